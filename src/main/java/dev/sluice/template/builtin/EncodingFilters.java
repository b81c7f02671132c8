package dev.sluice.template.builtin;

import dev.sluice.template.python.Access;
import dev.sluice.template.python.Escape;
import dev.sluice.template.python.Functions;
import dev.sluice.template.python.Markup;
import dev.sluice.template.python.Operators;
import dev.sluice.template.python.Pads;
import dev.sluice.template.python.Print;
import dev.sluice.template.python.Rendering;
import dev.sluice.template.python.Text;
import dev.sluice.template.python.Tuple;
import dev.sluice.template.python.Undefined;
import dev.sluice.template.python.ValueException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Filters that make text fit into HTML, JSON or a URL. */
final class EncodingFilters {
    private static final String UNRESERVED = "_.-~";

    static final Functions ALL = new Functions()
            .with("escape()", (r, value, given) -> Escape.escape(r, value))
            .alias("e", "escape")
            .with("forceescape()", (r, value, given) -> Escape.escape(r, Print.str(r, value)))
            .with("safe()", (r, value, given) -> value instanceof Markup ? value : new Markup(Print.str(r, value)))
            .with("tojson(indent=None)", (r, value, given) -> Json.write(r, value, given[0]))
            .with("urlencode()", EncodingFilters::urlencode)
            .with("xmlattr(autospace=True)", EncodingFilters::attributes)
            .with(
                    "urlize(trim_url_limit=None, nofollow=False, target=None, rel=None, extra_schemes=None)",
                    (r, value, given) -> new Urlize(r, given).apply(value));

    private EncodingFilters() {}

    private static Object urlencode(Rendering rendering, Object value, Object[] given) {
        boolean one = Text.of(value) != null;
        Iterator<Object> elements = one ? null : Access.elements(rendering, value);
        if (elements == null) {
            return quote(rendering, value, false);
        }
        List<Object> pairs = value instanceof Map<?, ?>
                ? ValueFilters.items(rendering, value, "urlencode")
                : SequenceFilters.all(rendering, value);
        StringBuilder out = new StringBuilder();
        for (Object pair : pairs) {
            List<Object> parts = pair instanceof Tuple tuple ? tuple : SequenceFilters.all(rendering, pair);
            if (parts.size() != 2) {
                throw new ValueException(
                        parts.size() < 2
                                ? "not enough values to unpack (expected 2, got " + parts.size() + ")"
                                : "too many values to unpack (expected 2)");
            }
            out.append(out.length() == 0 ? "" : "&");
            out.append(quote(rendering, parts.get(0), true)).append('=');
            out.append(quote(rendering, parts.get(1), true));
            Pads.within(rendering, out);
        }
        return out.toString();
    }

    /** UTF-8 with percent signs; in a query a space is a plus and a slash is written too. */
    private static String quote(Rendering rendering, Object value, boolean query) {
        String text = Print.str(rendering, value);
        rendering.string(text.length());
        StringBuilder out = new StringBuilder(text.length());
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xff);
            boolean plain = character < 128
                    && (Character.isLetterOrDigit(character)
                            || UNRESERVED.indexOf(character) >= 0
                            || character == '/' && !query);
            if (plain) {
                out.append(character);
            } else if (character == ' ' && query) {
                out.append('+');
            } else {
                out.append('%').append(Character.toUpperCase(Character.forDigit(character >> 4, 16)));
                out.append(Character.toUpperCase(Character.forDigit(character & 15, 16)));
            }
        }
        rendering.string(out.length());
        return out.toString();
    }

    private static Object attributes(Rendering rendering, Object value, Object[] given) {
        StringBuilder out = new StringBuilder();
        for (Object item : ValueFilters.items(rendering, value, "xmlattr")) {
            Tuple entry = (Tuple) item;
            if (entry.get(1) != null && !(entry.get(1) instanceof Undefined)) {
                out.append(out.length() == 0 ? "" : " ");
                out.append(Escape.escape(rendering, entry.get(0)).text()).append("=\"");
                out.append(Escape.escape(rendering, entry.get(1)).text()).append('"');
                Pads.within(rendering, out);
            }
        }
        if (Operators.truth(rendering, given[0]) && out.length() > 0) {
            out.insert(0, ' ');
        }
        rendering.string(out.length());
        return rendering.autoescape() ? new Markup(out.toString()) : out.toString();
    }
}
