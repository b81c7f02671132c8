package dev.sluice.template;

import dev.sluice.template.python.Escape;
import dev.sluice.template.python.Markup;
import dev.sluice.template.python.Print;
import dev.sluice.template.python.Rendering;
import java.util.List;

/** {@code a ~ b ~ c}: all as text, one behind the other; where output is escaped, escaped as soon as one part is markup. */
record Concatenation(int at, Escaping escaping, List<Expression> parts) implements Expression {
    @Override
    public Object value(Frame frame) {
        Object[] values = new Object[parts.size()];
        boolean markup = false;
        for (int i = 0; i < values.length; i++) {
            values[i] = parts.get(i).value(frame);
            markup |= values[i] instanceof Markup;
        }
        Rendering rendering = frame.at(at);
        boolean escaped = markup && escaping == Escaping.ON;
        String[] texts = new String[values.length];
        long length = 0;
        for (int i = 0; i < texts.length; i++) {
            texts[i] = escaped ? Escape.escape(rendering, values[i]).text() : Print.str(rendering, values[i]);
            length += texts[i].length();
        }
        rendering.string(length);
        String text = String.join("", texts);
        return escaped ? new Markup(text) : text;
    }
}
