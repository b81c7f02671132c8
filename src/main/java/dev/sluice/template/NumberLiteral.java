package dev.sluice.template;

import java.math.BigInteger;

/**
 * An int or float as Python writes them.
 *
 * @param value a Long, BigInteger or Double
 * @param end where the source goes on
 */
record NumberLiteral(Object value, int end) {
    /** Python refuses to read longer ones, too. */
    private static final int MOST_DIGITS = 4300;

    /** The number whose first digit stands there. */
    static NumberLiteral at(Source source, int at) {
        String text = source.text();
        int end = floatEnd(text, at);
        if (end > 0 && (at == 0 || text.charAt(at - 1) != '.')) {
            return new NumberLiteral(Double.valueOf(plain(text, at, end)), end);
        }
        int radix = radix(text, at);
        if (radix != 10) {
            end = digits(text, text.charAt(at + 2) == '_' ? at + 3 : at + 2, radix);
            return integer(source, at, at + 2, end, radix);
        }
        // A number that begins with 0 is 0: Python knows no octal numbers of that kind.
        end = text.charAt(at) == '0' ? zeros(text, at) : digits(text, at, 10);
        return integer(source, at, at, end, 10);
    }

    private static NumberLiteral integer(Source source, int at, int from, int end, int radix) {
        String digits = plain(source.text(), from, end);
        if (digits.length() > MOST_DIGITS) {
            throw source.error(at, "The number has more than " + MOST_DIGITS + " digits.");
        }
        BigInteger value = new BigInteger(digits, radix);
        return new NumberLiteral(value.bitLength() < 64 ? (Object) value.longValue() : value, end);
    }

    private static int radix(String text, int at) {
        if (text.charAt(at) != '0' || at + 2 >= text.length()) {
            return 10;
        }
        int radix =
                switch (text.charAt(at + 1)) {
                    case 'x', 'X' -> 16;
                    case 'o', 'O' -> 8;
                    case 'b', 'B' -> 2;
                    default -> 10;
                };
        int first = text.charAt(at + 2) == '_' ? at + 3 : at + 2;
        return isDigit(text, first, radix) ? radix : 10;
    }

    /** Behind a fraction or an exponent, or -1 when neither is there. */
    private static int floatEnd(String text, int at) {
        int whole = digits(text, at, 10);
        int fraction = whole;
        if (whole < text.length() && text.charAt(whole) == '.' && isDigit(text, whole + 1, 10)) {
            fraction = digits(text, whole + 1, 10);
        }
        int exponent = fraction;
        if (fraction < text.length() && (text.charAt(fraction) | 0x20) == 'e') {
            int first = fraction + 1;
            if (first < text.length() && (text.charAt(first) == '+' || text.charAt(first) == '-')) {
                first++;
            }
            exponent = isDigit(text, first, 10) ? digits(text, first, 10) : fraction;
        }
        return exponent > whole ? exponent : -1;
    }

    /** Behind digits with single underscores between them. */
    private static int digits(String text, int from, int radix) {
        int at = from;
        while (isDigit(text, at, radix)) {
            at++;
            if (at < text.length() && text.charAt(at) == '_' && isDigit(text, at + 1, radix)) {
                at++;
            }
        }
        return at;
    }

    private static int zeros(String text, int from) {
        int at = from + 1;
        while (text.startsWith("0", at) || text.startsWith("_0", at)) {
            at += text.charAt(at) == '_' ? 2 : 1;
        }
        return at;
    }

    private static boolean isDigit(String text, int at, int radix) {
        return at < text.length() && text.charAt(at) < 128 && Character.digit(text.charAt(at), radix) >= 0;
    }

    private static String plain(String text, int from, int to) {
        return text.substring(from, to).replace("_", "");
    }
}
