package dev.sluice.template.builtin;

import dev.sluice.template.python.Access;
import dev.sluice.template.python.Convert;
import dev.sluice.template.python.Functions;
import dev.sluice.template.python.Lines;
import dev.sluice.template.python.Markup;
import dev.sluice.template.python.Methods;
import dev.sluice.template.python.Operators;
import dev.sluice.template.python.Pads;
import dev.sluice.template.python.Rendering;
import dev.sluice.template.python.Text;
import dev.sluice.template.python.Types;
import dev.sluice.template.python.Undefined;
import dev.sluice.template.python.ValueException;
import java.util.ArrayList;
import java.util.List;

/** Filters that bring text to a width: centred, indented, wrapped, cut. */
final class LayoutFilters {
    private static final long LEEWAY = 5;

    static final Functions ALL = new Functions()
            .with(
                    "center(width=80)",
                    (r, value, given) -> Methods.call(r, TextFilters.soft(r, value), "center", given[0]))
            .with("indent(width=4, first=False, blank=False)", LayoutFilters::indent)
            .with("truncate(length=255, killwords=False, end='...', leeway=None)", LayoutFilters::truncate)
            .with(
                    "wordwrap(width=79, break_long_words=True, wrapstring=None, break_on_hyphens=True)",
                    LayoutFilters::wrap);

    private LayoutFilters() {}

    private static Object indent(Rendering rendering, Object value, Object[] given) {
        if (value instanceof Undefined nothing) {
            throw nothing.refusal();
        }
        String text = Convert.text("indent() argument", value);
        String indention = Text.of(given[0]);
        if (indention == null) {
            int width = Math.max(0, Convert.index(given[0]));
            rendering.string(width);
            indention = " ".repeat(width);
        }
        boolean markup = value instanceof Markup;
        boolean blank = Operators.truth(rendering, given[2]);
        List<String> lines = Lines.of(text + "\n", false);
        rendering.string(text.length() + (long) lines.size() * indention.length());
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            out.append(i > 0 ? "\n" : "");
            if (i == 0
                    ? Operators.truth(rendering, given[1])
                    : blank || !lines.get(i).isEmpty()) {
                out.append(indention);
            }
            out.append(lines.get(i));
        }
        return markup ? new Markup(out.toString()) : out.toString();
    }

    private static Object truncate(Rendering rendering, Object value, Object[] given) {
        int length = Convert.index(given[0]);
        Object end = given[2];
        int leeway = given[3] == null ? (int) LEEWAY : Convert.index(given[3]);
        int endLength = Access.length(rendering, end);
        if (length < endLength) {
            throw new ValueException("expected length >= " + endLength + ", got " + length);
        }
        if (leeway < 0) {
            throw new ValueException("expected leeway >= 0, got " + leeway);
        }
        int size = Access.length(rendering, value);
        if (size < 0) {
            throw new ValueException("object of type '" + Types.name(value) + "' has no len()");
        }
        if (size <= (long) length + leeway) {
            return value;
        }
        Object cut = Access.slice(rendering, value, null, (long) length - endLength, null);
        if (!Operators.truth(rendering, given[1])) {
            if (Text.of(cut) == null) {
                throw new ValueException("'" + Types.name(value) + "' object has no attribute 'rsplit'");
            }
            cut = ((List<?>) Methods.call(rendering, cut, "rsplit", " ", 1L)).get(0);
        }
        return Operators.add(rendering, cut, end);
    }

    private static Object wrap(Rendering rendering, Object value, Object[] given) {
        if (value instanceof Undefined nothing) {
            throw nothing.refusal();
        }
        String text = Convert.text("wordwrap() argument", value);
        String separator = given[2] == null ? "\n" : Convert.text("wrapstring", given[2]);
        Wrapper wrapper = new Wrapper(
                Convert.index(given[0]), Operators.truth(rendering, given[1]), Operators.truth(rendering, given[3]));
        rendering.string(text.length());
        List<String> wrapped = new ArrayList<>();
        for (String line : Lines.of(text, false)) {
            rendering.tick();
            List<String> parts = wrapper.wrap(line);
            rendering.string((long) parts.size() * separator.length());
            wrapped.add(String.join(separator, parts));
            Pads.within(rendering, wrapped.get(wrapped.size() - 1));
        }
        rendering.string(text.length() + (long) wrapped.size() * separator.length());
        String all = String.join(separator, wrapped);
        return all;
    }
}
