package dev.sluice.modules.action;

import dev.sluice.module.Misp;
import dev.sluice.module.Step;
import dev.sluice.module.Visit;
import dev.sluice.payload.CoreFormat;
import io.smallrye.mutiny.Uni;

/** Fetches the event of the data anew and puts it in the data's place. */
final class FullEvent {
    private FullEvent() {}

    /** Goes on without it where the data names no event; fails where the platform does not have it. */
    static Uni<Step> reload(Misp misp, Visit visit) {
        String id = Items.text(Items.event(visit.payload().data()), "id");
        if (id.isEmpty()) {
            return Step.goOn();
        }
        return misp.event(visit, id).onItem().transformToUni(found -> {
            if (found.isEmpty()) {
                throw new IllegalStateException("MISP has no event " + id + " that the key's user may see.");
            }
            visit.payload().replace(CoreFormat.normalize(found.get(), CoreFormat.Parents.UNKNOWN));
            return Step.goOn();
        });
    }
}
