package dev.sluice.template.python;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Floats without their sign in the notations of C's {@code printf}, rounded half to even on the exact binary value. */
final class Digits {
    /** No float has more digits than that behind the point, or in all; what is asked for beyond is zeros. */
    private static final int MOST = 1100;

    private Digits() {}

    /** As {@code %f}. */
    static String fixed(double number, int precision) {
        int exact = Math.min(precision, MOST);
        String digits =
                new BigDecimal(number).setScale(exact, RoundingMode.HALF_EVEN).toPlainString();
        return precision == exact ? digits : digits + "0".repeat(precision - exact);
    }

    /** As {@code %e}. */
    static String exponential(double number, int precision, boolean keepPoint) {
        int exact = Math.min(precision, MOST);
        BigDecimal rounded = rounded(number, exact + 1);
        String digits = significant(rounded, exact + 1) + "0".repeat(precision - exact);
        StringBuilder out = new StringBuilder().append(digits.charAt(0));
        if (precision > 0 || keepPoint) {
            out.append('.').append(digits, 1, digits.length());
        }
        Floats.exponent(out, 'e', exponent(rounded));
        return out.toString();
    }

    /**
     * As {@code %g}.
     *
     * @param keepZeros whether zeros at the end and the point stay
     * @param pointZero whether it is to look like a float in any case
     */
    static String general(double number, int givenPrecision, boolean keepZeros, boolean pointZero) {
        int precision = Math.max(1, givenPrecision);
        int exact = Math.min(precision, MOST);
        BigDecimal rounded = rounded(number, exact);
        int exponent = exponent(rounded);
        String digits = significant(rounded, exact) + (keepZeros ? "0".repeat(precision - exact) : "");
        boolean scientific = exponent < -4 || exponent >= (pointZero ? precision - 1 : precision);
        StringBuilder out = new StringBuilder();
        if (scientific) {
            String kept = keepZeros ? digits : trimmed(digits, 1);
            out.append(kept.charAt(0));
            if (kept.length() > 1 || keepZeros) {
                out.append('.').append(kept, 1, kept.length());
            }
            Floats.exponent(out, 'e', exponent);
            return out.toString();
        }
        if (exponent < 0) {
            String kept = keepZeros ? digits : trimmed(digits, 0);
            out.append("0.").append("0".repeat(-exponent - 1)).append(kept);
            return out.toString();
        }
        String padded = digits.length() <= exponent ? digits + "0".repeat(exponent + 1 - digits.length()) : digits;
        String kept = keepZeros ? padded : trimmed(padded, exponent + 1);
        out.append(kept, 0, exponent + 1);
        if (kept.length() > exponent + 1 || keepZeros) {
            out.append('.').append(kept, exponent + 1, kept.length());
        } else if (pointZero) {
            out.append(".0");
        }
        return out.toString();
    }

    private static BigDecimal rounded(double number, int digits) {
        return new BigDecimal(number).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    }

    private static int exponent(BigDecimal number) {
        return number.signum() == 0 ? 0 : number.precision() - number.scale() - 1;
    }

    private static String significant(BigDecimal number, int count) {
        String digits = number.signum() == 0 ? "0" : number.unscaledValue().toString();
        return digits.length() >= count ? digits.substring(0, count) : digits + "0".repeat(count - digits.length());
    }

    private static String trimmed(String digits, int atLeast) {
        int end = digits.length();
        while (end > atLeast && digits.charAt(end - 1) == '0') {
            end--;
        }
        return digits.substring(0, end);
    }
}
