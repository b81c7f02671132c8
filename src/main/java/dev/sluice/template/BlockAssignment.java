package dev.sluice.template;

import dev.sluice.template.python.Markup;
import dev.sluice.template.python.Print;
import java.util.List;

/** {@code {% set target|filter %}...{% endset %}} */
record BlockAssignment(
        int at, Target target, List<Step> filters, Scope scope, Body body, Escaping escaping, List<Name> exported)
        implements Statement {
    @Override
    public void run(Frame frame) {
        scope.enter(frame);
        Object value = escaping.value(frame, body.captured(frame));
        for (Step filter : filters) {
            value = filter.apply(frame, value);
        }
        if (escaping.on(frame) && !(value instanceof Markup)) {
            value = new Markup(Print.str(frame.at(at), value));
        }
        target.store(frame, value);
        Assignment.export(exported, frame);
        scope.leave(frame);
    }
}
