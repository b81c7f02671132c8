package dev.sluice.modules.action;

import dev.sluice.module.Action;
import dev.sluice.module.Misp;
import dev.sluice.module.Option;
import dev.sluice.module.Param;
import dev.sluice.module.Spec;
import dev.sluice.module.Step;
import dev.sluice.module.Visit;
import dev.sluice.modules.BuiltInModule;
import io.smallrye.mutiny.Uni;
import java.util.List;

@BuiltInModule
final class AttributeIdsFlagOperation implements Action {
    private static final Param<String> ACTION = Param.select(
            "action", "To IDS Flag", "add", Option.of("add", "Toggle IDS flag", "remove", "Remove IDS flag"));

    private final Misp misp;

    AttributeIdsFlagOperation(Misp misp) {
        this.misp = misp;
    }

    @Override
    public Spec spec() {
        return Spec.action("attribute_ids_flag_operation", "Attribute IDS Flag operation")
                .version("0.1")
                .describedAs("Sets or removes the IDS flag of attributes, on the platform and in the data.")
                .icon("edit")
                .coreFormat()
                .filters()
                .asks(ACTION)
                .build();
    }

    @Override
    public List<String> diagnostics() {
        return misp.diagnostics();
    }

    @Override
    public Uni<Step> act(Visit visit) {
        return AttributeEdits.set(misp, visit, "to_ids", !visit.get(ACTION).equals("remove"));
    }
}
