package dev.sluice.template;

import dev.sluice.template.python.Operators;
import java.util.List;

/**
 * {@code a if b else c if d else e}.
 *
 * @param otherwise the value when no condition holds: undefined when there is no {@code else}
 */
record Conditional(int at, List<Choice> choices, Expression otherwise) implements Expression {
    @Override
    public Object value(Frame frame) {
        for (int i = 0; i < choices.size(); i++) {
            Choice choice = choices.get(i);
            Object condition = choice.condition.value(frame);
            if (Operators.truth(frame.at(at), condition)) {
                return choice.value.value(frame);
            }
        }
        return otherwise.value(frame);
    }

    /** A value, and when it is taken. */
    record Choice(Expression condition, Expression value) {}
}
