package dev.sluice.template;

import java.util.List;

/** {@code a.b[c](d)|e is f}: what is done with a value, step by step. */
record Chain(Expression start, List<Step> steps) implements Expression {
    @Override
    public Object value(Frame frame) {
        Object value = start.value(frame);
        for (int i = 0; i < steps.size(); i++) {
            value = steps.get(i).apply(frame, value);
        }
        return value;
    }

    Step last() {
        return steps.get(steps.size() - 1);
    }
}
