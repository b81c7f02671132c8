package dev.sluice.modules.action;

import dev.sluice.module.Action;
import dev.sluice.module.Misp;
import dev.sluice.module.Modules;
import dev.sluice.module.Spec;
import dev.sluice.module.Step;
import dev.sluice.module.Visit;
import dev.sluice.modules.BuiltInModule;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Predicate;

@BuiltInModule
final class ReloadFullEvent implements Action {
    private final Misp misp;
    private final Predicate<String> coreFormat;

    /** The catalogue is looked up late: it holds this module, too. */
    @Inject
    ReloadFullEvent(Misp misp, Instance<Modules> modules) {
        this(misp, id -> modules.get()
                .trigger(id)
                .map(it -> it.spec().coreFormat())
                .orElse(true));
    }

    /** With what tells whether the data of a trigger is in core format. */
    ReloadFullEvent(Misp misp, Predicate<String> coreFormat) {
        this.misp = misp;
        this.coreFormat = coreFormat;
    }

    @Override
    public Spec spec() {
        return Spec.action("reload-full-event", "Reload full Event")
                .version("0.1")
                .describedAs(
                        "Fetches the whole event from the platform and goes on with that. What modules attached to the data, and the data filters, are gone. Does nothing behind a trigger whose data is no event.")
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
        return coreFormat.test(visit.occasion().triggerId()) ? FullEvent.reload(misp, visit) : Step.goOn();
    }
}
