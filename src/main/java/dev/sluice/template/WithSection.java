package dev.sluice.template;

import java.util.List;

/** {@code {% with a = 1, b = 2 %}...{% endwith %}}: the values know nothing of the new names. */
record WithSection(List<Target> targets, List<Expression> values, Scope scope, Body body) implements Statement {
    @Override
    public void run(Frame frame) {
        scope.enter(frame);
        for (int i = 0; i < targets.size(); i++) {
            targets.get(i).store(frame, values.get(i).value(frame));
        }
        body.run(frame);
        scope.leave(frame);
    }
}
