package dev.sluice.modules.logic;

import dev.sluice.module.Option;
import dev.sluice.module.Param;
import dev.sluice.module.Visit;
import java.util.List;

/** The fields that ask for an operator and the value it compares with, as the generic IF and the generic filter do. */
final class Operators {
    static final Param<Object> VALUE = Param.value("value", "Value")
            .placeholder("tlp:red")
            .shownWhen("operator", "in", "not_in", "equals", "not_equals");
    static final Param<Object> VALUE_LIST = Param.entries("value_list", "Value list")
            .placeholder("['ip-src', 'ip-dst']")
            .shownWhen("operator", "in_or");
    static final Param<String> OPERATOR = Param.select("operator", "Operator", "in", options());

    private Operators() {}

    private static List<Option> options() {
        return Option.of(
                "in", "In",
                "not_in", "Not in",
                "equals", "Equals",
                "not_equals", "Not equals",
                "any_value", "Any value",
                "in_or", "Any value from");
    }

    /** What the operator compares with: the list for "any value from", else the single value. */
    static Object wanted(Visit visit) {
        return visit.get(OPERATOR).equals("in_or") ? visit.get(VALUE_LIST) : visit.get(VALUE);
    }
}
