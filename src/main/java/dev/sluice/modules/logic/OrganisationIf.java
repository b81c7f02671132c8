package dev.sluice.modules.logic;

import dev.sluice.module.Choices;
import dev.sluice.module.Logic;
import dev.sluice.module.Option;
import dev.sluice.module.Param;
import dev.sluice.module.Spec;
import dev.sluice.module.Visit;
import dev.sluice.module.Way;
import dev.sluice.modules.BuiltInModule;
import dev.sluice.payload.HashPath;
import dev.sluice.payload.LooseComparison;
import java.util.List;

@BuiltInModule
final class OrganisationIf implements Logic {
    private static final HashPath OWNER = HashPath.parse("Event.org_id");
    private static final HashPath CREATOR = HashPath.parse("Event.orgc_id");

    private static final Param<String> ORG_TYPE = Param.select(
            "org_type",
            "Organisation Type",
            "orgc",
            Option.of("org", "Owner Organisation", "orgc", "Creator Organisation"));
    private static final Param<String> CONDITION = Param.select(
            "condition", "Condition", "in", Option.of("in", "Is any of (OR)", "not_in", "Is not any of (OR)"));
    private static final Param<List<String>> ORG_ID =
            Param.picker("org_id", "Organisations").standard(List.of(1L)).from(Choices.ORGANISATIONS);

    @Override
    public Spec spec() {
        return Spec.logic("organisation-if", "IF :: Organisation")
                .version("0.2")
                .describedAs("Looks at the organisation that owns or created the event."
                        + " `then` if the condition holds, `else` if not.")
                .icon("code-branch")
                .leadsTo("then", "else")
                .coreFormat()
                .look("if")
                .asks(ORG_TYPE, CONDITION, ORG_ID)
                .build();
    }

    @Override
    public Way choose(Visit visit) {
        HashPath path = visit.get(ORG_TYPE).equals("orgc") ? CREATOR : OWNER;
        Object organisation = Numbers.toLong(path.get(visit.data(), null));
        boolean among = visit.get(ORG_ID).stream().anyMatch(it -> LooseComparison.equal(organisation, it));
        return Way.when(
                switch (visit.get(CONDITION)) {
                    // version 0.1 of the module stored equals and not_equals
                    case "in", "equals" -> among;
                    case "not_in", "not_equals" -> !among;
                    default -> false;
                });
    }
}
