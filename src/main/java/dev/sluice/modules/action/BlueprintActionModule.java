package dev.sluice.modules.action;

import dev.sluice.module.Action;
import dev.sluice.module.Spec;
import dev.sluice.module.Step;
import dev.sluice.module.Visit;
import dev.sluice.modules.BuiltInModule;
import io.smallrye.mutiny.Uni;

/** The sample of a custom action that MISP ships, for workflows that have it: it does nothing and says no. */
@BuiltInModule
final class BlueprintActionModule implements Action {
    @Override
    public Spec spec() {
        return Spec.action("blueprint-action-module", "Blueprint action module")
                .describedAs("A sample for those who write modules: always fails, and stops nothing.")
                .icon("shapes")
                .build();
    }

    @Override
    public Uni<Step> act(Visit visit) {
        return Step.stop("Execution stopped");
    }
}
