package dev.sluice.modules.action;

import dev.sluice.module.Action;
import dev.sluice.module.Misp;
import dev.sluice.module.Spec;
import dev.sluice.module.Step;
import dev.sluice.module.Visit;
import dev.sluice.modules.BuiltInModule;
import io.smallrye.mutiny.Uni;
import java.util.List;

@BuiltInModule
final class PublishEvent implements Action {

    private final Misp misp;

    PublishEvent(Misp misp) {
        this.misp = misp;
    }

    @Override
    public Spec spec() {
        return Spec.action("publish-event", "Publish Event")
                .leavesData()
                .version("0.1")
                .describedAs(
                        "Publishes the event on the platform, without mails, which may start workflows there and here.")
                .icon("upload")
                .build();
    }

    @Override
    public List<String> diagnostics() {
        return misp.diagnostics();
    }

    @Override
    public Uni<Step> act(Visit visit) {
        String id = Items.text(Items.event(visit.data()), "id");
        if (id.isEmpty()) {
            return Step.stop("The data names no event: Event.id is missing.");
        }
        return misp.publish(visit, id).onItem().transformToUni(done -> Step.goOn());
    }
}
