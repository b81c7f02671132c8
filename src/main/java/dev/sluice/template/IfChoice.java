package dev.sluice.template;

import dev.sluice.template.python.Operators;
import java.util.List;

/** {@code {% if a %}...{% elif b %}...{% else %}...{% endif %}} */
record IfChoice(List<Case> cases, Body otherwise) implements Statement {
    @Override
    public void run(Frame frame) {
        for (int i = 0; i < cases.size(); i++) {
            Case branch = cases.get(i);
            Object value = branch.condition.value(frame);
            if (Operators.truth(frame.at(branch.at), value)) {
                branch.body.run(frame);
                return;
            }
        }
        otherwise.run(frame);
    }

    /** One branch. */
    record Case(int at, Expression condition, Body body) {}
}
