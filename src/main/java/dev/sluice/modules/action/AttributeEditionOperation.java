package dev.sluice.modules.action;

import dev.sluice.module.Action;
import dev.sluice.module.Spec;
import dev.sluice.module.Step;
import dev.sluice.module.Visit;
import dev.sluice.modules.BuiltInModule;
import io.smallrye.mutiny.Uni;

@BuiltInModule
final class AttributeEditionOperation implements Action {
    @Override
    public Spec spec() {
        return Spec.action("attribute_edition_operation", "Attribute edition operation")
                .describedAs("The ground of the modules that edit attributes; changes nothing itself.")
                .icon("edit")
                .coreFormat()
                .filters()
                .build();
    }

    @Override
    public Uni<Step> act(Visit visit) {
        return Step.goOn();
    }
}
