package dev.sluice.template.python;

import static dev.sluice.template.python.StringMethods.escaping;
import static dev.sluice.template.python.StringMethods.listOf;
import static dev.sluice.template.python.StringMethods.wrapping;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntPredicate;

/** Methods of strings that take them apart, strip them, or join them. */
final class StringSplits {
    static final Functions ALL = new Functions()
            .with("split(sep=None, maxsplit=-1)", wrapping((r, text, given) -> split(r, text, given, false)))
            .with("rsplit(sep=None, maxsplit=-1)", wrapping((r, text, given) -> split(r, text, given, true)))
            .with(
                    "splitlines(keepends=False)",
                    wrapping((r, text, given) -> listOf(r, Lines.of(text, Operators.truth(r, given[0])))))
            .with("partition(sep, /)", escaping((r, text, given) -> partition(text, given[0], false)))
            .with("rpartition(sep, /)", escaping((r, text, given) -> partition(text, given[0], true)))
            .with("strip(chars=None, /)", escaping((r, text, given) -> strip("strip", text, given[0], true, true)))
            .with("lstrip(chars=None, /)", escaping((r, text, given) -> strip("lstrip", text, given[0], true, false)))
            .with("rstrip(chars=None, /)", escaping((r, text, given) -> strip("rstrip", text, given[0], false, true)))
            .with("join(iterable, /)", StringSplits::join);

    private StringSplits() {}

    private static Object split(Rendering rendering, String text, Object[] given, boolean fromRight) {
        int most = Convert.index(given[1]);
        int limit = most < 0 ? Integer.MAX_VALUE : most;
        rendering.string(text.length());
        if (given[0] == null) {
            return listOf(rendering, fromRight ? wordsFromRight(text, limit) : words(text, limit));
        }
        String separator = Text.of(given[0]);
        if (separator == null) {
            throw new ValueException("must be str or None, not " + Types.name(given[0]));
        }
        if (separator.isEmpty()) {
            throw new ValueException("empty separator");
        }
        return listOf(rendering, fromRight ? partsFromRight(text, separator, limit) : parts(text, separator, limit));
    }

    private static List<String> parts(String text, String separator, int limit) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(separator); at >= 0 && parts.size() < limit; at = text.indexOf(separator, from)) {
            parts.add(text.substring(from, at));
            from = at + separator.length();
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static List<String> partsFromRight(String text, String separator, int limit) {
        List<String> parts = new ArrayList<>();
        int to = text.length();
        while (parts.size() < limit) {
            int at = to < separator.length() ? -1 : text.lastIndexOf(separator, to - separator.length());
            if (at < 0) {
                break;
            }
            parts.add(text.substring(at + separator.length(), to));
            to = at;
        }
        parts.add(text.substring(0, to));
        Collections.reverse(parts);
        return parts;
    }

    static List<String> words(String text, int limit) {
        List<String> words = new ArrayList<>();
        int at = 0;
        int length = text.length();
        while (true) {
            while (at < length && Characters.isSpace(text.charAt(at))) {
                at++;
            }
            if (at == length) {
                return words;
            }
            if (words.size() >= limit) {
                words.add(text.substring(at));
                return words;
            }
            int start = at;
            while (at < length && !Characters.isSpace(text.charAt(at))) {
                at++;
            }
            words.add(text.substring(start, at));
        }
    }

    private static List<String> wordsFromRight(String text, int limit) {
        List<String> words = new ArrayList<>();
        int at = text.length();
        while (true) {
            while (at > 0 && Characters.isSpace(text.charAt(at - 1))) {
                at--;
            }
            if (at == 0) {
                break;
            }
            if (words.size() >= limit) {
                words.add(text.substring(0, at));
                break;
            }
            int end = at;
            while (at > 0 && !Characters.isSpace(text.charAt(at - 1))) {
                at--;
            }
            words.add(text.substring(at, end));
        }
        Collections.reverse(words);
        return words;
    }

    private static Object partition(String text, Object given, boolean last) {
        String separator = Convert.text("argument 1", given);
        if (separator.isEmpty()) {
            throw new ValueException("empty separator");
        }
        int at = last ? text.lastIndexOf(separator) : text.indexOf(separator);
        if (at < 0) {
            return last ? new Tuple("", "", text) : new Tuple(text, "", "");
        }
        return new Tuple(text.substring(0, at), separator, text.substring(at + separator.length()));
    }

    private static String strip(String name, String text, Object given, boolean left, boolean right) {
        String characters = Text.of(given);
        if (given != null && characters == null) {
            throw new ValueException(name + " arg must be None or str");
        }
        IntPredicate goes = characters == null ? Characters::isSpace : it -> characters.indexOf(it) >= 0;
        int start = 0;
        int end = text.length();
        while (left && start < end && goes.test(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        while (right && end > start && goes.test(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    private static Object join(Rendering rendering, Object self, Object[] given) {
        Iterator<Object> elements = Access.elements(rendering, given[0]);
        if (elements == null) {
            throw new ValueException("can only join an iterable");
        }
        boolean markup = self instanceof Markup;
        String separator = Text.of(self);
        StringBuilder out = new StringBuilder();
        for (int i = 0; elements.hasNext(); i++) {
            Object element = elements.next();
            String text = markup ? Escape.escape(rendering, element).text() : Text.of(element);
            if (text == null) {
                throw new ValueException(
                        "sequence item " + i + ": expected str instance, " + Types.name(element) + " found");
            }
            rendering.string((long) text.length() + separator.length());
            if (i > 0) {
                out.append(separator);
            }
            out.append(text);
            Pads.within(rendering, out);
        }
        return markup ? new Markup(out.toString()) : out.toString();
    }
}
