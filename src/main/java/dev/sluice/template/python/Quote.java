package dev.sluice.template.python;

/** Strings as literals: which quotes, what is escaped. */
final class Quote {
    private Quote() {}

    static void quote(StringBuilder out, String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        out.append(quote);
        int length = text.length();
        for (int i = 0; i < length; ) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            if (character == quote || character == '\\') {
                out.append('\\').append((char) character);
            } else if (character >= ' ' && character < 127) {
                out.append((char) character);
            } else if (character == '\n') {
                out.append("\\n");
            } else if (character == '\r') {
                out.append("\\r");
            } else if (character == '\t') {
                out.append("\\t");
            } else if (isPrintable(character)) {
                out.appendCodePoint(character);
            } else {
                escape(out, character);
            }
        }
        out.append(quote);
    }

    static void escape(StringBuilder out, int character) {
        String hex = Integer.toHexString(character);
        String start = hex.length() <= 2 ? "\\x" : hex.length() <= 4 ? "\\u" : "\\U";
        int width = hex.length() <= 2 ? 2 : hex.length() <= 4 ? 4 : 8;
        out.append(start).append("0".repeat(width - hex.length())).append(hex);
    }

    static boolean isPrintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> character == ' ';
            default -> true;
        };
    }
}
