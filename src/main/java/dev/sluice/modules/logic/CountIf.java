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
final class CountIf implements Logic {
    private static final Param<HashPath> SELECTOR = Param.hashPath("selector", "Data selector to count")
            .placeholder("Event.Tag.{n}.name")
            .required();
    private static final Param<String> OPERATOR = Param.select(
            "operator",
            "Condition",
            "equals",
            Option.of(
                    "equals", "Equals to",
                    "not_equals", "Not Equals to",
                    "greater", "Greater than",
                    "greater_equals", "Greater or equals than",
                    "less", "Less than",
                    "less_equals", "Less or equals than"));
    private static final Param<Object> VALUE =
            Param.value("value", "Value").placeholder("50").required();

    @Override
    public Spec spec() {
        return Spec.logic("count-if", "IF :: Count")
                .describedAs("Counts what a path selects and compares the number. `then` if it holds, `else` if not.")
                .icon("code-branch")
                .leadsTo("then", "else")
                .look("if")
                .asks(SELECTOR, OPERATOR, VALUE)
                .build();
    }

    @Override
    public Way choose(Visit visit) {
        Long amount = (long) visit.get(SELECTOR).values(visit.data()).size();
        Object value = visit.get(VALUE);
        return Way.when(
                switch (visit.get(OPERATOR)) {
                    case "equals" -> LooseComparison.equal(amount, value);
                    case "not_equals" -> !LooseComparison.equal(amount, value);
                    case "greater" -> LooseComparison.compare(amount, value) > 0;
                    case "greater_equals" -> LooseComparison.compare(amount, value) >= 0;
                    case "less" -> LooseComparison.compare(amount, value) < 0;
                    case "less_equals" -> LooseComparison.compare(amount, value) <= 0;
                    default -> false;
                });
    }
}
