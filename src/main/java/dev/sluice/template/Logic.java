package dev.sluice.template;

import dev.sluice.template.python.Operators;
import java.util.List;

/**
 * {@code a and b and c}, or the same with {@code or}: the first operand that decides, else the last.
 *
 * @param decisive the truth that decides: false for {@code and}, true for {@code or}
 */
record Logic(int at, boolean decisive, List<Expression> operands) implements Expression {
    @Override
    public Object value(Frame frame) {
        int last = operands.size() - 1;
        for (int i = 0; i < last; i++) {
            Object value = operands.get(i).value(frame);
            if (Operators.truth(frame.at(at), value) == decisive) {
                return value;
            }
        }
        return operands.get(last).value(frame);
    }
}
