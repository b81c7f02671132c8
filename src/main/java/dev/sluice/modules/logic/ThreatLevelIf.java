package dev.sluice.modules.logic;

import dev.sluice.module.Logic;
import dev.sluice.module.Option;
import dev.sluice.module.Param;
import dev.sluice.module.Spec;
import dev.sluice.module.Visit;
import dev.sluice.module.Way;
import dev.sluice.modules.BuiltInModule;
import dev.sluice.payload.HashPath;
import dev.sluice.payload.LooseComparison;

@BuiltInModule
final class ThreatLevelIf implements Logic {
    private static final HashPath THREAT_LEVEL = HashPath.parse("Event.threat_level_id");
    private static final Param<String> CONDITION = Param.select(
            "condition",
            "Condition",
            "equals",
            Option.of(
                    "equals", "Is",
                    "not_equals", "Is not",
                    "greater_or_equal_than", "Greater or equal than",
                    "less_or_equal_than", "Less or equal than"));
    private static final Param<String> LEVEL = Param.select(
            "threatlevel", "Threat Level", "Low", Option.of("1", "High", "2", "Medium", "3", "Low", "4", "Undefined"));

    @Override
    public Spec spec() {
        return Spec.logic("threat-level-if", "IF :: Threat Level")
                .describedAs("Compares the event's threat level, High being the greatest."
                        + " `then` if the condition holds, `else` if not.")
                .icon("code-branch")
                .leadsTo("then", "else")
                .look("if")
                .asks(CONDITION, LEVEL)
                .build();
    }

    @Override
    public Way choose(Visit visit) {
        Object level = THREAT_LEVEL.get(visit.data(), null);
        String chosen = visit.get(LEVEL);
        return Way.when(
                switch (visit.get(CONDITION)) {
                    case "equals" -> LooseComparison.equal(level, chosen);
                    case "not_equals" -> !LooseComparison.equal(level, chosen);
                    // the id of a greater threat is smaller
                    case "greater_or_equal_than" -> LooseComparison.compare(level, chosen) <= 0;
                    case "less_or_equal_than" -> LooseComparison.compare(level, chosen) >= 0;
                    default -> false;
                });
    }
}
