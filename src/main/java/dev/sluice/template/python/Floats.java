package dev.sluice.template.python;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Floats as text: the shortest digits that read back as the same float. */
final class Floats {
    /** No two decimals of so many digits are the same (normal) float. */
    private static final int DIGITS_ALWAYS_UNIQUE = 15;

    private static final int DIGITS_ALWAYS_ENOUGH = 17;

    private Floats() {}

    static String repr(double number) {
        if (Double.isNaN(number)) {
            return "nan";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "inf" : "-inf";
        }
        if (number == 0) {
            return 1 / number < 0 ? "-0.0" : "0.0";
        }
        BigDecimal shortest = shortest(Math.abs(number));
        String digits = shortest.unscaledValue().toString();
        int point = digits.length() - shortest.scale();
        StringBuilder out = new StringBuilder(24);
        if (number < 0) {
            out.append('-');
        }
        if (point <= -4 || point > 16) {
            exponential(out, digits, point - 1);
        } else if (point <= 0) {
            out.append("0.").append("0".repeat(-point)).append(digits);
        } else if (point >= digits.length()) {
            out.append(digits).append("0".repeat(point - digits.length())).append(".0");
        } else {
            out.append(digits, 0, point).append('.').append(digits, point, digits.length());
        }
        return out.toString();
    }

    private static void exponential(StringBuilder out, String digits, int exponent) {
        out.append(digits.charAt(0));
        if (digits.length() > 1) {
            out.append('.').append(digits, 1, digits.length());
        }
        exponent(out, 'e', exponent);
    }

    /** The exponent with sign and at least two digits. */
    static void exponent(StringBuilder out, char letter, int exponent) {
        int size = Math.abs(exponent);
        out.append(letter)
                .append(exponent < 0 ? '-' : '+')
                .append(size < 10 ? "0" : "")
                .append(size);
    }

    /** The decimal of the fewest digits, and of those the nearest, without zeros at its end. */
    static BigDecimal shortest(double positive) {
        boolean normal = positive >= Double.MIN_NORMAL;
        BigDecimal asJava = new BigDecimal(Double.toString(positive)).stripTrailingZeros();
        if (normal && asJava.precision() <= DIGITS_ALWAYS_UNIQUE) {
            return asJava;
        }
        BigDecimal exact = new BigDecimal(positive);
        for (int digits = normal ? DIGITS_ALWAYS_UNIQUE : 1; digits < DIGITS_ALWAYS_ENOUGH; digits++) {
            BigDecimal nearest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (nearest.doubleValue() == positive) {
                return nearest.stripTrailingZeros();
            }
            BigDecimal other = exact.round(
                    new MathContext(digits, nearest.compareTo(exact) < 0 ? RoundingMode.CEILING : RoundingMode.FLOOR));
            if (other.doubleValue() == positive) {
                return other.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(DIGITS_ALWAYS_ENOUGH, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
    }
}
