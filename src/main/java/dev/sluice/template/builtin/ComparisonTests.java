package dev.sluice.template.builtin;

import dev.sluice.template.python.Function;
import dev.sluice.template.python.Functions;
import dev.sluice.template.python.Operators;
import dev.sluice.template.python.Rendering;
import dev.sluice.template.python.Types;

/** Tests that compare with another value; the operators under their names. */
final class ComparisonTests {
    @FunctionalInterface
    private interface Comparison {
        boolean holds(Rendering rendering, Object value, Object other);
    }

    static final Functions ALL = new Functions()
            .with("eq(other)", comparing(Operators::equal))
            .alias("equalto", "eq")
            .alias("==", "eq")
            .with("ne(other)", comparing((r, value, other) -> !Operators.equal(r, value, other)))
            .alias("!=", "ne")
            .with("lt(other)", comparing(Operators::less))
            .alias("lessthan", "lt")
            .alias("<", "lt")
            .with("le(other)", comparing(Operators::lessOrEqual))
            .alias("<=", "le")
            .with("gt(other)", comparing((r, value, other) -> Operators.less(r, other, value)))
            .alias("greaterthan", "gt")
            .alias(">", "gt")
            .with("ge(other)", comparing((r, value, other) -> Operators.lessOrEqual(r, other, value)))
            .alias(">=", "ge")
            .with("in(seq)", comparing((r, value, other) -> Operators.contains(r, other, value)))
            .with("sameas(other)", comparing((r, value, other) -> isSame(value, other)));

    private ComparisonTests() {}

    private static Function.Body comparing(Comparison comparison) {
        return (rendering, value, given) -> comparison.holds(rendering, value, given[0]);
    }

    /** Numbers and strings have no identity here: what looks the same is the same. */
    private static boolean isSame(Object value, Object other) {
        return value == other
                || value != null
                        && other != null
                        && value.getClass() == other.getClass()
                        && (value instanceof String || Types.isNumber(value))
                        && value.equals(other);
    }
}
