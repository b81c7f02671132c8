package dev.sluice.template.python;

import static dev.sluice.template.python.StringMethods.counted;
import static dev.sluice.template.python.StringMethods.escaping;
import static dev.sluice.template.python.StringMethods.plain;

/** Methods of strings that look for a part, or put something in its place. */
final class StringSearch {
    static final Functions ALL = new Functions()
            .with("find(sub, start=None, end=None, /)", plain((r, text, given) -> find(text, given, false)))
            .with("rfind(sub, start=None, end=None, /)", plain((r, text, given) -> find(text, given, true)))
            .with("index(sub, start=None, end=None, /)", plain((r, text, given) -> found(find(text, given, false))))
            .with("rindex(sub, start=None, end=None, /)", plain((r, text, given) -> found(find(text, given, true))))
            .with("count(sub, start=None, end=None, /)", plain((r, text, given) -> count(text, given)))
            .with("startswith(prefix, start=None, end=None, /)", plain((r, text, given) -> ends(text, given, true)))
            .with("endswith(suffix, start=None, end=None, /)", plain((r, text, given) -> ends(text, given, false)))
            .with("replace(old, new, count=-1, /)", escaping(StringSearch::replace))
            .with("removeprefix(prefix, /)", escaping((r, text, given) -> {
                String prefix = Convert.text("removeprefix() argument", given[0]);
                return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
            }))
            .with("removesuffix(suffix, /)", escaping((r, text, given) -> {
                String suffix = Convert.text("removesuffix() argument", given[0]);
                return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
            }));

    private StringSearch() {}

    private record Window(String text, int start) {}

    /** The part of the text between start and end, null when start is beyond the end of the text. */
    private static Window window(String text, Object[] given) {
        if (given[1] == null && given[2] == null) {
            return new Window(text, 0);
        }
        int size = Text.length(text);
        int start = given[1] == null ? 0 : within(bound(given[1]), size);
        int end = given[2] == null ? size : Math.min(size, within(bound(given[2]), size));
        return start > size || start > end ? null : new Window(Text.part(text, start, end), start);
    }

    private static int bound(Object index) {
        if (!Types.isInteger(index)) {
            throw new ValueException("slice indices must be integers or None or have an __index__ method");
        }
        return Numbers.pinned(index);
    }

    private static int within(int index, int size) {
        return index < 0 ? Math.max(0, index + size) : index;
    }

    private static long find(String text, Object[] given, boolean last) {
        String part = Convert.text("argument 1", given[0]);
        Window window = window(text, given);
        if (window == null) {
            return -1;
        }
        int at = last ? window.text.lastIndexOf(part) : window.text.indexOf(part);
        return at < 0 ? -1 : Text.codePointAt(window.text, at) + window.start;
    }

    private static long found(long index) {
        if (index < 0) {
            throw new ValueException("substring not found");
        }
        return index;
    }

    private static long count(String text, Object[] given) {
        String part = Convert.text("argument 1", given[0]);
        Window window = window(text, given);
        if (window == null) {
            return 0;
        }
        return part.isEmpty() ? Text.length(window.text) + 1L : count(window.text, part);
    }

    static long count(String text, String part) {
        long count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
            count++;
        }
        return count;
    }

    private static boolean ends(String text, Object[] given, boolean start) {
        Window window = window(text, given);
        if (given[0] instanceof Tuple choices) {
            boolean any = false;
            for (Object choice : choices) {
                String part = Convert.text("tuple for " + (start ? "startswith" : "endswith"), choice);
                any |= window != null && (start ? window.text.startsWith(part) : window.text.endsWith(part));
            }
            return any;
        }
        String part = Text.of(given[0]);
        if (part == null) {
            throw new ValueException((start ? "startswith" : "endswith")
                    + " first arg must be str or a tuple of str, not " + Types.name(given[0]));
        }
        return window != null && (start ? window.text.startsWith(part) : window.text.endsWith(part));
    }

    private static Object replace(Rendering rendering, String text, Object[] given) {
        String old = Convert.text("replace() argument 1", given[0]);
        String fresh = Convert.text("replace() argument 2", given[1]);
        int limit = Convert.index(given[2]);
        long most = limit < 0 ? Long.MAX_VALUE : limit;
        if (old.isEmpty()) {
            return spread(rendering, text, fresh, most);
        }
        long times = Math.min(most, count(text, old));
        if (times == 0) {
            return text;
        }
        rendering.string(text.length() + times * (fresh.length() - old.length()));
        if (most == Long.MAX_VALUE) {
            return text.replace(old, fresh);
        }
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (long i = 0; i < times; i++) {
            int at = text.indexOf(old, from);
            out.append(text, from, at).append(fresh);
            from = at + old.length();
        }
        return out.append(text, from, text.length()).toString();
    }

    /** The new text before every character and at the end, as long as there is some of it left. */
    private static String spread(Rendering rendering, String text, String fresh, long most) {
        long times = Math.min(most, Text.length(text) + 1L);
        rendering.string(text.length() + times * fresh.length());
        StringBuilder out = new StringBuilder();
        long left = times;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            if (left-- > 0) {
                out.append(fresh);
            }
            out.appendCodePoint(character);
            i += Character.charCount(character);
        }
        return counted(rendering, out.append(left > 0 ? fresh : "").toString());
    }
}
