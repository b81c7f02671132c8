package dev.sluice.template.builtin;

import dev.sluice.template.python.Access;
import dev.sluice.template.python.Callable;
import dev.sluice.template.python.Functions;
import dev.sluice.template.python.Markup;
import dev.sluice.template.python.Range;
import dev.sluice.template.python.Text;
import dev.sluice.template.python.Types;
import dev.sluice.template.python.Undefined;
import java.util.List;
import java.util.Map;

/** Tests of what kind of value there is. */
final class TypeTests {
    static final Functions ALL = new Functions()
            .with("defined()", (r, value, given) -> !(value instanceof Undefined))
            .with("undefined()", (r, value, given) -> value instanceof Undefined)
            .with("none()", (r, value, given) -> value == null)
            .with("boolean()", (r, value, given) -> value instanceof Boolean)
            .with("true()", (r, value, given) -> Boolean.TRUE.equals(value))
            .with("false()", (r, value, given) -> Boolean.FALSE.equals(value))
            .with("integer()", (r, value, given) -> Types.isInteger(value) && !(value instanceof Boolean))
            .with("float()", (r, value, given) -> value instanceof Double)
            .with("number()", (r, value, given) -> Types.isNumber(value))
            .with("string()", (r, value, given) -> Text.of(value) != null)
            .with("mapping()", (r, value, given) -> value instanceof Map<?, ?>)
            .with(
                    "sequence()",
                    (r, value, given) -> value instanceof List<?>
                            || value instanceof Map<?, ?>
                            || value instanceof Range
                            || value instanceof Undefined
                            || Text.of(value) != null)
            .with("iterable()", (r, value, given) -> Access.elements(r, value) != null)
            .with("callable()", (r, value, given) -> value instanceof Callable || value instanceof Undefined)
            .with("escaped()", (r, value, given) -> value instanceof Markup);

    private TypeTests() {}
}
