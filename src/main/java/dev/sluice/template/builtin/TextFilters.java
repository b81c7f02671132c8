package dev.sluice.template.builtin;

import dev.sluice.template.python.Cases;
import dev.sluice.template.python.Characters;
import dev.sluice.template.python.Escape;
import dev.sluice.template.python.Functions;
import dev.sluice.template.python.Markup;
import dev.sluice.template.python.Methods;
import dev.sluice.template.python.Operators;
import dev.sluice.template.python.Print;
import dev.sluice.template.python.Rendering;
import dev.sluice.template.python.Text;
import dev.sluice.template.python.Tuple;
import dev.sluice.template.python.ValueException;
import java.util.Map;

/** Filters that make one text of another. */
final class TextFilters {
    static final Functions ALL = new Functions()
            .with("upper()", (r, value, given) -> Methods.call(r, soft(r, value), "upper"))
            .with("lower()", (r, value, given) -> Methods.call(r, soft(r, value), "lower"))
            .with("capitalize()", (r, value, given) -> Methods.call(r, soft(r, value), "capitalize"))
            .with("title()", (r, value, given) -> title(r, soft(r, value)))
            .with("trim(chars=None)", (r, value, given) -> Methods.call(r, soft(r, value), "strip", given[0]))
            .with("string()", (r, value, given) -> soft(r, value))
            .with("replace(old, new, count=None)", TextFilters::replace)
            .with("format(*args, **kwargs)", TextFilters::format)
            .with("wordcount()", (r, value, given) -> words(Text.of(soft(r, value))))
            .with("striptags()", (r, value, given) -> Tags.strip(r, Print.str(r, value)));

    private TextFilters() {}

    /** A string or markup: itself or as it is printed. */
    static Object soft(Rendering rendering, Object value) {
        return value instanceof Markup ? value : Print.str(rendering, value);
    }

    private static Object title(Rendering rendering, Object value) {
        String text = Text.of(value);
        rendering.string(text.length());
        StringBuilder out = new StringBuilder(text.length());
        int start = 0;
        while (start < text.length()) {
            int end = start;
            while (end < text.length() && !begins(text.charAt(end))) {
                end++;
            }
            if (end > start) {
                int second = text.offsetByCodePoints(start, 1);
                out.append(Cases.upper(text.substring(start, second)));
                out.append(Cases.lower(text.substring(second, end)));
            }
            while (end < text.length() && begins(text.charAt(end))) {
                out.append(text.charAt(end++));
            }
            start = end;
        }
        return out.toString();
    }

    /** Whether a word begins after it. */
    private static boolean begins(char character) {
        return "-({[<".indexOf(character) >= 0 || Characters.isSpace(character);
    }

    private static Object replace(Rendering rendering, Object value, Object[] given) {
        Object count = given[2] == null ? (Object) (-1L) : given[2];
        if (!rendering.autoescape()) {
            return Methods.call(
                    rendering,
                    Print.str(rendering, value),
                    "replace",
                    Print.str(rendering, given[0]),
                    Print.str(rendering, given[1]),
                    count);
        }
        boolean safe = given[0] instanceof Markup || given[1] instanceof Markup && !(value instanceof Markup);
        Object text = safe ? Escape.escape(rendering, value) : soft(rendering, value);
        return Methods.call(rendering, text, "replace", soft(rendering, given[0]), soft(rendering, given[1]), count);
    }

    private static Object format(Rendering rendering, Object value, Object[] given) {
        Tuple positional = (Tuple) given[0];
        Map<?, ?> named = (Map<?, ?>) given[1];
        if (!positional.isEmpty() && !named.isEmpty()) {
            throw new ValueException("can't handle positional and keyword arguments at the same time");
        }
        return Operators.modulo(rendering, soft(rendering, value), named.isEmpty() ? positional : named);
    }

    private static long words(String text) {
        long words = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            boolean word = character == '_' || Characters.isWord(character);
            words += word && !inside ? 1 : 0;
            inside = word;
            i += Character.charCount(character);
        }
        return words;
    }
}
