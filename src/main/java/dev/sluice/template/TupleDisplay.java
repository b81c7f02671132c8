package dev.sluice.template;

import dev.sluice.template.python.Tuple;
import java.util.List;

/** {@code (a, b)}, or {@code a, b} where a tuple needs no parentheses. */
record TupleDisplay(int at, List<Expression> items) implements Expression {
    @Override
    public Object value(Frame frame) {
        frame.at(at).elements(items.size());
        Object[] values = new Object[items.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = items.get(i).value(frame);
        }
        return new Tuple(values);
    }
}
