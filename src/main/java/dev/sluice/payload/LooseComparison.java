package dev.sluice.payload;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;

/**
 * {@code ==}, {@code <} and the conversions to truth and text as PHP 8.2 has them, on decoded JSON. Lists and maps are
 * both arrays; a list's keys are its indices. Whole numbers beyond 64 bits are doubles, as after PHP's JSON decoding.
 */
public final class LooseComparison {
    /** What {@link #compare} answers, in either direction, for arrays of which neither is smaller, as PHP does. */
    static final int UNCOMPARABLE = 1;

    private static final int PRECISION = 17;

    private LooseComparison() {}

    /** {@code a == b}: {@code "10" == "1e1"}, {@code null == ""}, {@code true == "abc"}, but not {@code 0 == "abc"}. */
    public static boolean equal(Object a, Object b) {
        if (a == b && !(a instanceof Double)) {
            return true;
        }
        if (a instanceof String left && b instanceof String right && !(mayBeNumber(left) && mayBeNumber(right))) {
            return left.equals(right);
        }
        return compare(a, b) == 0;
    }

    /** A text that is a number begins with a digit, a sign, a dot or a blank. */
    private static boolean mayBeNumber(String text) {
        return !text.isEmpty() && text.charAt(0) <= '9';
    }

    /**
     * {@code a <=> b}: negative, zero or positive. An array is greater than any number or text; of two arrays the longer
     * one is greater; arrays of one size with different keys answer a positive number both ways, being uncomparable.
     */
    public static int compare(Object a, Object b) {
        if (a instanceof String left && b instanceof String right) {
            return compareTexts(left, right);
        }
        if (a instanceof Boolean || b instanceof Boolean) {
            return Boolean.compare(truthy(a), truthy(b));
        }
        if (a == null || b == null) {
            if (a instanceof String || b instanceof String) {
                return Boolean.compare(a != null && !"".equals(a), b != null && !"".equals(b));
            }
            return Boolean.compare(truthy(a), truthy(b));
        }
        boolean arrayLeft = PhpArray.is(a);
        boolean arrayRight = PhpArray.is(b);
        if (arrayLeft && arrayRight) {
            return compareArrays(a, b);
        }
        if (arrayLeft || arrayRight) {
            return arrayLeft ? 1 : -1;
        }
        if (a instanceof String text) {
            return -compareNumberToText((Number) b, text);
        }
        if (b instanceof String text) {
            return compareNumberToText((Number) a, text);
        }
        return compareNumbers(NumericText.of((Number) a), NumericText.of((Number) b));
    }

    /** False for {@code null}, {@code false}, 0, 0.0, {@code ""}, {@code "0"} and an empty array, otherwise true. */
    public static boolean truthy(Object value) {
        if (value == null) {
            return false;
        }
        if (value instanceof Boolean bool) {
            return bool;
        }
        if (value instanceof String text) {
            return !text.isEmpty() && !text.equals("0");
        }
        if (value instanceof Number number) {
            return number.doubleValue() != 0;
        }
        if (value instanceof List<?> list) {
            return !list.isEmpty();
        }
        return !(value instanceof Map<?, ?> map) || !map.isEmpty();
    }

    /**
     * A value as text: {@code true} is "1", {@code false} and {@code null} are "", 1.0 is "1", 1e25 is "1.0E+25". Doubles
     * print with the fewest digits that read back as the same number. An array is "Array", as in PHP.
     */
    public static String phpString(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof Boolean bool) {
            return bool ? "1" : "";
        }
        if (value instanceof Number number) {
            NumericText numeric = NumericText.of(number);
            return numeric.whole ? Long.toString(numeric.integer) : doubleText(numeric.real);
        }
        return "Array";
    }

    private static int compareTexts(String a, String b) {
        if (a.equals(b)) {
            return 0;
        }
        NumericText left = NumericText.of(a);
        NumericText right = left == null ? null : NumericText.of(b);
        if (right == null) {
            return compareBytes(a, b);
        }
        boolean beyondPrecision = left.overflow != 0 && left.overflow == right.overflow;
        if (left.real == right.real && (beyondPrecision || Double.isInfinite(left.real))) {
            return compareBytes(a, b);
        }
        return compareNumbers(left, right);
    }

    private static int compareNumberToText(Number number, String text) {
        NumericText right = NumericText.of(text);
        return right == null ? compareBytes(phpString(number), text) : compareNumbers(NumericText.of(number), right);
    }

    private static int compareNumbers(NumericText a, NumericText b) {
        if (a.whole && b.whole) {
            return Long.compare(a.integer, b.integer);
        }
        if (a.real == b.real) {
            return 0;
        }
        return a.real < b.real ? -1 : 1;
    }

    private static int compareArrays(Object a, Object b) {
        int size = PhpArray.size(a);
        if (size != PhpArray.size(b)) {
            return Integer.compare(size, PhpArray.size(b));
        }
        int[] result = {0};
        PhpArray.anyEntry(a, (key, value) -> {
            Object other = PhpArray.child(b, key, PhpArray.ABSENT);
            result[0] = other == PhpArray.ABSENT ? UNCOMPARABLE : compare(value, other);
            return result[0] != 0;
        });
        return result[0];
    }

    /** The order of the UTF-8 bytes, which is the order of code points. */
    private static int compareBytes(String a, String b) {
        int shared = Math.min(a.length(), b.length());
        for (int i = 0; i < shared; i++) {
            char left = a.charAt(i);
            char right = b.charAt(i);
            if (left != right) {
                boolean pairLeft = Character.isSurrogate(left);
                boolean pairRight = Character.isSurrogate(right);
                return pairLeft == pairRight ? Character.compare(left, right) : pairLeft ? 1 : -1;
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    private static String doubleText(double real) {
        if (Double.isNaN(real)) {
            return "NAN";
        }
        if (Double.isInfinite(real)) {
            return real > 0 ? "INF" : "-INF";
        }
        if (real == 0) {
            return 1 / real < 0 ? "-0" : "0";
        }
        BigDecimal shortest = shortest(real);
        int point = shortest.precision() - shortest.scale();
        if (point >= -3 && point <= PRECISION) {
            return shortest.toPlainString();
        }
        String digits = shortest.unscaledValue().abs().toString();
        String fraction = digits.length() == 1 ? "0" : digits.substring(1);
        String exponent = (point > 0 ? "+" : "-") + Math.abs(point - 1);
        return (real < 0 ? "-" : "") + digits.charAt(0) + "." + fraction + "E" + exponent;
    }

    private static BigDecimal shortest(double real) {
        BigDecimal exact = new BigDecimal(real);
        for (int digits = 15; digits < PRECISION; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits));
            if (rounded.doubleValue() == real) {
                return rounded.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(PRECISION)).stripTrailingZeros();
    }
}
