package dev.sluice.template;

/** What Python takes for white space and for parts of a name. */
final class Characters {
    private Characters() {}

    static boolean isSpace(char c) {
        return c == ' '
                || c >= '\t' && c <= '\r'
                || c >= 0x1c && c <= 0x1f
                || c == 0x85
                || c == 0xa0
                || c > 0xff && Character.isSpaceChar(c);
    }

    static int skipSpace(String text, int from) {
        int at = from;
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Behind the name that begins there, or the same place when none does. */
    static int skipName(String text, int from) {
        int at = from;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            boolean fits = c == '_' || Character.isLetterOrDigit(c) || at > from && isMark(c);
            if (!fits) {
                break;
            }
            at += Character.charCount(c);
        }
        return at;
    }

    private static boolean isMark(int c) {
        return Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
    }
}
