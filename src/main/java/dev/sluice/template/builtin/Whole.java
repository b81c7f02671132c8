package dev.sluice.template.builtin;

import dev.sluice.template.python.Numbers;
import dev.sluice.template.python.Types;
import dev.sluice.template.python.Undefined;
import dev.sluice.template.python.ValueException;

/** Whole numbers as arguments. */
final class Whole {
    private Whole() {}

    static long number(Object value) {
        if (value instanceof Undefined nothing) {
            throw nothing.refusal();
        }
        if (!Types.isInteger(value)) {
            throw new ValueException("'" + Types.name(value) + "' object cannot be interpreted as an integer");
        }
        if (!(Numbers.integer(value) instanceof Long number)) {
            throw new ValueException("Python int too large to convert to C ssize_t");
        }
        return number;
    }
}
