package dev.sluice.template;

import dev.sluice.template.python.Text;
import dev.sluice.template.python.Types;
import dev.sluice.template.python.ValueException;
import java.util.List;

/** {@code {% filter name %}...{% endfilter %}} */
record FilterSection(int at, List<Step> filters, Scope scope, Body body, Escaping escaping) implements Statement {
    @Override
    public void run(Frame frame) {
        scope.enter(frame);
        Object value = escaping.value(frame, body.captured(frame));
        for (Step filter : filters) {
            value = filter.apply(frame, value);
        }
        frame.at(at);
        writeText(frame, value);
        scope.leave(frame);
    }

    /** Writes what must be text already: unlike {@code {{ }}}, these statements print no other value. */
    static void writeText(Frame frame, Object value) {
        String text = Text.of(value);
        if (text == null) {
            throw new ValueException("This must give text, and gave a value of type " + Types.name(value) + ".");
        }
        frame.run().write(text);
    }
}
