package dev.sluice.payload;

/**
 * What PHP calls a numeric string: white space, sign, digits with a point or exponent, white space. Whole numbers that
 * 64 bits hold stay whole, all others are doubles.
 */
final class NumericText {
    private static final int LONG_DIGITS = 18;

    final boolean whole;
    final long integer;
    final double real;

    /** -1 or 1 where whole digits did not fit into 64 bits, otherwise 0. */
    final int overflow;

    private NumericText(boolean whole, long integer, double real, int overflow) {
        this.whole = whole;
        this.integer = integer;
        this.real = real;
        this.overflow = overflow;
    }

    static NumericText of(long integer) {
        return new NumericText(true, integer, integer, 0);
    }

    static NumericText of(double real) {
        return new NumericText(false, 0, real, 0);
    }

    /** A number as PHP has it after decoding JSON: whole numbers beyond 64 bits are doubles there. */
    static NumericText of(Number number) {
        return number instanceof Long || number instanceof Integer ? of(number.longValue()) : of(number.doubleValue());
    }

    /** The number that a text stands for, or null where it is not numeric. */
    static NumericText of(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        int at = start < end && (text.charAt(start) == '-' || text.charAt(start) == '+') ? start + 1 : start;
        int digits = at;
        at = skipDigits(text, at, end);
        int count = at - digits;
        boolean whole = true;
        if (at < end && text.charAt(at) == '.') {
            int fraction = at + 1;
            at = skipDigits(text, fraction, end);
            count += at - fraction;
            whole = false;
        }
        if (count == 0) {
            return null;
        }
        if (at < end && (text.charAt(at) | 0x20) == 'e') {
            int exponent = at + 1;
            if (exponent < end && (text.charAt(exponent) == '-' || text.charAt(exponent) == '+')) {
                exponent++;
            }
            at = skipDigits(text, exponent, end);
            if (at == exponent) {
                return null;
            }
            whole = false;
        }
        if (at != end) {
            return null;
        }
        return whole ? wholeNumber(text, start, digits, end) : of(Double.parseDouble(text.substring(start, end)));
    }

    static boolean isNumeric(String text) {
        return of(text) != null;
    }

    /** An integer key of a PHP array: {@code 0} or {@code -?[1-9][0-9]*} within 64 bits. */
    static boolean isIntegerKey(String key) {
        int length = key.length();
        if (length == 0 || length > 20) {
            return false;
        }
        char first = key.charAt(0);
        if (first == '0') {
            return length == 1;
        }
        int digits = first == '-' ? 1 : 0;
        if (digits == length || key.charAt(digits) == '0' || skipDigits(key, digits, length) != length) {
            return false;
        }
        return length - digits <= LONG_DIGITS || wholeNumber(key, 0, digits, length).whole;
    }

    private static NumericText wholeNumber(String text, int start, int digits, int end) {
        int first = digits;
        while (first < end - 1 && text.charAt(first) == '0') {
            first++;
        }
        boolean negative = text.charAt(start) == '-';
        if (end - first <= LONG_DIGITS + 1) {
            try {
                return of(Long.parseLong((negative ? "-" : "") + text.substring(first, end)));
            } catch (NumberFormatException beyond64Bits) {
                // 19 digits may or may not fit; the double below is what PHP takes then
            }
        }
        double real = Double.parseDouble(text.substring(start, end));
        return new NumericText(false, 0, real, negative ? -1 : 1);
    }

    private static int skipDigits(String text, int from, int end) {
        int at = from;
        while (at < end && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }
}
