package dev.sluice.template;

import dev.sluice.template.python.Operators;

/** {@code not a} */
record Not(int at, Expression operand) implements Expression {
    @Override
    public Object value(Frame frame) {
        Object value = operand.value(frame);
        return !Operators.truth(frame.at(at), value);
    }
}
