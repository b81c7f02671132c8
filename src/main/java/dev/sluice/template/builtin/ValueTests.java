package dev.sluice.template.builtin;

import dev.sluice.template.python.Functions;
import dev.sluice.template.python.Keys;
import dev.sluice.template.python.Methods;
import dev.sluice.template.python.Operators;
import dev.sluice.template.python.Print;
import dev.sluice.template.python.Rendering;

/** Tests of what a number or text is like, and whether there is a filter or test of a name. */
final class ValueTests {
    static final Functions ALL = new Functions()
            .with("even()", (r, value, given) -> leaves(r, value, 2L, 0L))
            .with("odd()", (r, value, given) -> leaves(r, value, 2L, 1L))
            .with("divisibleby(num)", (r, value, given) -> leaves(r, value, given[0], 0L))
            .with("lower()", (r, value, given) -> Methods.call(r, Print.str(r, value), "islower"))
            .with("upper()", (r, value, given) -> Methods.call(r, Print.str(r, value), "isupper"))
            .with("filter()", (r, value, given) -> Builtins.filter(name(value)) != null)
            .with("test()", (r, value, given) -> Builtins.test(name(value)) != null);

    private ValueTests() {}

    /** Names are looked up in a map, which refuses what cannot be a key. */
    private static String name(Object value) {
        return Keys.of(value) instanceof String name ? name : null;
    }

    private static boolean leaves(Rendering rendering, Object value, Object divisor, Object rest) {
        return Operators.equal(rendering, Operators.modulo(rendering, value, divisor), rest);
    }
}
