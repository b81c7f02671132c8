package dev.sluice.template.python;

import java.util.List;
import java.util.Map;

/** Methods of strings that fill in fields, or put characters in the place of others. */
final class StringFormats {
    static final Functions ALL = new Functions()
            .with(
                    "format(*args, **kwargs)",
                    (r, self, given) -> format(r, self, (List<?>) given[0], (Map<?, ?>) given[1]))
            .with("format_map(mapping, /)", (r, self, given) -> {
                if (!(given[0] instanceof Map<?, ?> map)) {
                    throw new ValueException("format_map() takes a map, not " + Types.name(given[0]));
                }
                return format(r, self, List.of(), r.now(map));
            })
            .with("translate(table, /)", StringMethods.escaping(StringFormats::translate))
            .with("encode(encoding='utf-8', errors='strict')", (r, self, given) -> {
                throw new ValueException("Templates have no bytes: leave out encode().");
            });

    private StringFormats() {}

    private static Object format(Rendering rendering, Object pattern, List<?> positional, Map<?, ?> named) {
        boolean markup = pattern instanceof Markup;
        String text = new FieldFormat(rendering, positional, named, markup).format(Text.of(pattern));
        return markup ? new Markup(text) : text;
    }

    private static Object translate(Rendering rendering, String text, Object[] given) {
        rendering.string(text.length());
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            Object other = Access.onlyItem(rendering, given[0], (long) character);
            if (other == Attributed.MISSING) {
                out.appendCodePoint(character);
            } else if (Text.of(other) != null) {
                rendering.string(Text.of(other).length());
                out.append(Text.of(other));
            } else if (other != null) {
                out.append(PercentField.character(other));
            }
            Pads.within(rendering, out);
        }
        return out.toString();
    }
}
