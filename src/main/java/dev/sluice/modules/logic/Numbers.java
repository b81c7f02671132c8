package dev.sluice.modules.logic;

/** PHP's cast to int, for the ids and levels that MISP sends as text. */
final class Numbers {
    private Numbers() {}

    /** The leading digits of a text, a number's whole part, 1 for true; 0 for all else. */
    static long toLong(Object value) {
        if (value instanceof Number number) {
            return number.longValue();
        }
        if (value instanceof Boolean bool) {
            return bool ? 1 : 0;
        }
        if (!(value instanceof String text)) {
            return 0;
        }
        String trimmed = text.strip();
        int end = 0;
        while (end < trimmed.length() && end < 18 && isDigit(trimmed, end)) {
            end++;
        }
        try {
            return Long.parseLong(trimmed.substring(0, end));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static boolean isDigit(String text, int at) {
        char c = text.charAt(at);
        return (c >= '0' && c <= '9') || (at == 0 && (c == '-' || c == '+'));
    }
}
