package dev.sluice.modules.logic;

import dev.sluice.module.Logic;
import dev.sluice.module.Spec;
import dev.sluice.module.Visit;
import dev.sluice.module.Way;
import dev.sluice.modules.BuiltInModule;

/** The sample of a custom logic module that MISP ships, for workflows that have it. */
@BuiltInModule
final class BlueprintLogicModule implements Logic {
    @Override
    public Spec spec() {
        return Spec.logic("blueprint-logic-module", "Blueprint logic module")
                .describedAs("A sample for those who write modules: always `then`.")
                .icon("shapes")
                .leadsTo("then", "else")
                .build();
    }

    @Override
    public Way choose(Visit visit) {
        return Way.THEN;
    }
}
