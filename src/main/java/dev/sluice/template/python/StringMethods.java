package dev.sluice.template.python;

import java.util.List;

/** The methods of strings, and of markup, whose results are markup again. */
final class StringMethods {
    /** A method of the text, of a string and of markup alike. */
    @FunctionalInterface
    interface OnText {
        Object apply(Rendering rendering, String text, Object[] given);
    }

    static final Functions ALL = new Functions()
            .withAll(StringCases.ALL)
            .withAll(StringSearch.ALL)
            .withAll(StringSplits.ALL)
            .withAll(StringPads.ALL)
            .withAll(StringFormats.ALL);

    private StringMethods() {}

    /** Arguments that are strings are escaped when the method is one of markup, and the result is markup. */
    static Function.Body escaping(OnText body) {
        return (rendering, self, given) -> {
            if (self instanceof String text) {
                return body.apply(rendering, text, given);
            }
            Object[] escaped = given.clone();
            for (int i = 0; i < escaped.length; i++) {
                if (escaped[i] instanceof String text) {
                    escaped[i] = Escape.html(text);
                }
            }
            return markup(body.apply(rendering, ((Markup) self).text(), escaped));
        };
    }

    /** The result is markup when the method is one of markup; arguments are taken as they are. */
    static Function.Body wrapping(OnText body) {
        return (rendering, self, given) -> self instanceof String text
                ? body.apply(rendering, text, given)
                : markup(body.apply(rendering, ((Markup) self).text(), given));
    }

    /** The same for strings and markup. */
    static Function.Body plain(OnText body) {
        return (rendering, self, given) -> body.apply(rendering, Text.of(self), given);
    }

    private static Object markup(Object result) {
        if (result instanceof String text) {
            return new Markup(text);
        }
        if (result instanceof OwnList list) {
            list.replaceAll(StringMethods::markup);
            return list;
        }
        return result instanceof Tuple tuple
                ? new Tuple(tuple.stream().map(StringMethods::markup).toArray())
                : result;
    }

    static String counted(Rendering rendering, String made) {
        rendering.string(made.length());
        return made;
    }

    static OwnList listOf(Rendering rendering, List<String> parts) {
        rendering.elements(parts.size());
        return new OwnList(parts);
    }
}
