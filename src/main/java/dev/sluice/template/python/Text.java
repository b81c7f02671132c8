package dev.sluice.template.python;

/** Strings by code points, as Python counts them; without cost where no character is beyond the basic plane. */
public final class Text {
    private Text() {}

    /** {@code len(text)} */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    /** Where the code point of that number begins. */
    static int offset(String text, int codePoint) {
        return text.offsetByCodePoints(0, codePoint);
    }

    /** The number of the code point that begins there. */
    static int codePointAt(String text, int offset) {
        return text.codePointCount(0, offset);
    }

    /** {@code text[from:to]}, both within the string. */
    public static String part(String text, int from, int to) {
        if (length(text) == text.length()) {
            return text.substring(from, to);
        }
        int start = offset(text, from);
        return text.substring(start, text.offsetByCodePoints(start, to - from));
    }

    /** {@code text[index]}, within the string. */
    static String character(String text, int index) {
        int start = length(text) == text.length() ? index : offset(text, index);
        return Character.toString(text.codePointAt(start));
    }

    /** The text of a string or markup, else null. */
    public static String of(Object value) {
        if (value instanceof String text) {
            return text;
        }
        return value instanceof Markup markup ? markup.text() : null;
    }
}
