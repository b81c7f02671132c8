package dev.sluice.template.python;

import java.math.BigInteger;

/** The float nearest to the quotient of two whole numbers, rounded once. */
final class Quotient {
    private Quotient() {}

    static double nearest(BigInteger left, BigInteger right) {
        if (left.signum() == 0) {
            return 0.0;
        }
        boolean negative = left.signum() != right.signum();
        BigInteger dividend = left.abs();
        BigInteger divisor = right.abs();
        // 66 bits of quotient at least; a last bit that only says whether anything is left makes rounding exact.
        int shift = 66 + divisor.bitLength() - dividend.bitLength();
        BigInteger[] parts = shift >= 0
                ? dividend.shiftLeft(shift).divideAndRemainder(divisor)
                : dividend.divideAndRemainder(divisor.shiftLeft(-shift));
        BigInteger quotient = parts[1].signum() == 0
                ? parts[0].shiftLeft(1)
                : parts[0].shiftLeft(1).setBit(0);
        double value = scale(quotient, -shift - 1);
        if (Double.isInfinite(value)) {
            throw new ValueException("integer division result too large for a float");
        }
        return negative ? -value : value;
    }

    private static double scale(BigInteger number, int exponent) {
        int top = number.bitLength() + exponent;
        if (top > 1100) {
            return Double.POSITIVE_INFINITY;
        }
        if (top < -1000) {
            return exponent < -2000
                    ? 0.0
                    : new java.math.BigDecimal(number)
                            .divide(new java.math.BigDecimal(BigInteger.ONE.shiftLeft(-exponent)))
                            .doubleValue();
        }
        return exponent >= 0 ? number.shiftLeft(exponent).doubleValue() : Math.scalb(number.doubleValue(), exponent);
    }
}
