package dev.sluice.template;

import dev.sluice.template.python.Escape;
import dev.sluice.template.python.Print;
import dev.sluice.template.python.Rendering;

/** <code>{{ expression }}</code> */
record Output(int at, Expression expression, Escaping escaping) implements Statement {
    @Override
    public void run(Frame frame) {
        Object value = expression.value(frame);
        Rendering rendering = frame.at(at);
        frame.run().put(escaping.on(frame) ? Escape.escape(rendering, value).text() : Print.str(rendering, value));
    }
}
