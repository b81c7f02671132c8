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
final class ReloadFullEvent implements Action {

    private final Misp misp;

    ReloadFullEvent(Misp misp) {
        this.misp = misp;
    }

    @Override
    public Spec spec() {
        return Spec.action("reload-full-event", "Reload full Event")
                .version("0.1")
                .describedAs(
                        "Fetches the whole event from the platform and goes on with that. What modules attached to the data, and the data filters, are gone.")
                .icon("sync-alt")
                .coreFormat()
                .build();
    }

    @Override
    public List<String> diagnostics() {
        return misp.diagnostics();
    }

    @Override
    public Uni<Step> act(Visit visit) {
        return FullEvent.reload(misp, visit);
    }
}
