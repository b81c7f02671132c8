package dev.sluice.template;

import dev.sluice.template.python.Operators;
import dev.sluice.template.python.Rendering;

/** {@code -a} or {@code +a}. */
record Signed(int at, boolean negative, Expression operand) implements Expression {
    @Override
    public Object value(Frame frame) {
        Object value = operand.value(frame);
        Rendering rendering = frame.at(at);
        return negative ? Operators.negate(rendering, value) : Operators.plus(rendering, value);
    }
}
