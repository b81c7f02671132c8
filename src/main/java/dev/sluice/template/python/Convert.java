package dev.sluice.template.python;

import java.math.BigInteger;
import java.util.regex.Pattern;

/** Arguments as what a function needs, or Python's refusal. */
public final class Convert {
    private static final Pattern FLOAT =
            Pattern.compile("[+-]?(?:[0-9]++(?:_[0-9]++)*+\\.?(?:[0-9]++(?:_[0-9]++)*+)?|\\.[0-9]++(?:_[0-9]++)*+)"
                    + "(?:[eE][+-]?[0-9]++(?:_[0-9]++)*+)?");

    private Convert() {}

    /** An int argument, pinned to the range of int. */
    public static int index(Object value) {
        if (value instanceof Undefined nothing) {
            throw nothing.refusal();
        }
        if (!Types.isInteger(value)) {
            throw new ValueException("'" + Types.name(value) + "' object cannot be interpreted as an integer");
        }
        return Numbers.pinned(value);
    }

    /** The text of a string argument. */
    public static String text(String function, Object value) {
        String text = Text.of(value);
        if (text == null) {
            throw new ValueException(function + " must be str, not " + Types.name(value));
        }
        return text;
    }

    /** {@code int(text, base)} */
    public static Object integer(String text, int base) {
        Object number = base == 0 || base >= 2 && base <= 36 ? digits(strip(text), base) : null;
        if (number == null) {
            if (base != 0 && (base < 2 || base > 36)) {
                throw new ValueException("int() base must be >= 2 and <= 36, or 0");
            }
            throw new ValueException("invalid literal for int() with base " + base + ": " + quoted(text));
        }
        return number;
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder();
        Quote.quote(out, text);
        return out.toString();
    }

    static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && Characters.isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && Characters.isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static Object digits(String text, int givenBase) {
        boolean negative = text.startsWith("-");
        String rest = negative || text.startsWith("+") ? text.substring(1) : text;
        int prefixed = rest.length() > 1 && rest.charAt(0) == '0'
                ? switch (Character.toLowerCase(rest.charAt(1))) {
                    case 'x' -> 16;
                    case 'o' -> 8;
                    case 'b' -> 2;
                    default -> 0;
                }
                : 0;
        int base = givenBase;
        if (prefixed != 0 && (base == 0 || base == prefixed)) {
            base = prefixed;
            rest = rest.substring(rest.length() > 2 && rest.charAt(2) == '_' ? 3 : 2);
        } else if (base == 0) {
            if (rest.startsWith("0") && !rest.matches("[0_]+")) {
                return null;
            }
            base = 10;
        }
        String plain = plainDigits(rest, base);
        if (plain == null) {
            return null;
        }
        if (plain.length() > 4300 && Integer.bitCount(base) != 1) {
            throw new ValueException("Exceeds the limit (4300 digits) for integer string conversion");
        }
        if (plain.length() > 20_000) {
            throw new ValueException("The number has too many digits.");
        }
        BigInteger number = new BigInteger(plain, base);
        return Numbers.normal(negative ? number.negate() : number);
    }

    /** ASCII digits without underscores, or null when there is anything else. */
    private static String plainDigits(String text, int base) {
        StringBuilder plain = new StringBuilder(text.length());
        boolean digitBefore = false;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            boolean latin = character < 128 || Character.isDigit(character);
            int digit = latin ? Character.digit(character, base) : -1;
            if (character == '_' && digitBefore && i < text.length()) {
                digitBefore = false;
            } else if (digit < 0) {
                return null;
            } else {
                plain.append(Character.forDigit(digit, base));
                digitBefore = true;
            }
        }
        return digitBefore ? plain.toString() : null;
    }

    /** {@code float(text)} */
    public static double floating(String text) {
        Double number = floatOrNull(text);
        if (number == null) {
            throw new ValueException("could not convert string to float: " + quoted(text));
        }
        return number;
    }

    /** Whether {@code float(text)} would do. */
    public static boolean isFloat(String text) {
        return floatOrNull(text) != null;
    }

    private static Double floatOrNull(String text) {
        StringBuilder plain = new StringBuilder();
        strip(text)
                .codePoints()
                .forEach(it ->
                        plain.appendCodePoint(it >= 128 && Character.isDigit(it) ? '0' + Character.digit(it, 10) : it));
        String number = plain.toString();
        if (FLOAT.matcher(number).matches()) {
            return Double.valueOf(number.replace("_", ""));
        }
        return switch (Cases.lower(number)) {
            case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            case "nan", "+nan", "-nan" -> Double.NaN;
            default -> null;
        };
    }
}
