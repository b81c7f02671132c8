package dev.sluice.template.python;

import java.math.BigDecimal;
import java.math.BigInteger;

/** {@code + - * / // % **} of numbers. */
final class Arithmetic {
    /** Wider products are refused, for the time they take. */
    private static final int WIDEST_PRODUCT_IN_BITS = 65_536;

    private static final int WIDEST_POWER_IN_BITS = 20_000;

    private Arithmetic() {}

    static Object add(Object left, Object right) {
        if (left instanceof Double || right instanceof Double) {
            return Numbers.toFloat(left) + Numbers.toFloat(right);
        }
        if (Numbers.integer(left) instanceof Long one && Numbers.integer(right) instanceof Long other) {
            long sum = one + other;
            if (((one ^ sum) & (other ^ sum)) >= 0) {
                return sum;
            }
        }
        return Numbers.normal(Numbers.big(left).add(Numbers.big(right)));
    }

    static Object subtract(Object left, Object right) {
        if (left instanceof Double || right instanceof Double) {
            return Numbers.toFloat(left) - Numbers.toFloat(right);
        }
        return Numbers.integer(right) instanceof Long other && other != Long.MIN_VALUE
                ? add(left, -other)
                : Numbers.normal(Numbers.big(left).subtract(Numbers.big(right)));
    }

    static Object multiply(Object left, Object right) {
        if (left instanceof Double || right instanceof Double) {
            return Numbers.toFloat(left) * Numbers.toFloat(right);
        }
        if (Numbers.integer(left) instanceof Long one && Numbers.integer(right) instanceof Long other) {
            long high = Math.multiplyHigh(one, other);
            long low = one * other;
            if (high == low >> 63) {
                return low;
            }
        }
        BigInteger one = Numbers.big(left);
        BigInteger other = Numbers.big(right);
        if (one.bitLength() + other.bitLength() > WIDEST_PRODUCT_IN_BITS) {
            throw new ValueException("The product has too many digits.");
        }
        return Numbers.normal(one.multiply(other));
    }

    static Object divide(Object left, Object right) {
        if (left instanceof Double || right instanceof Double) {
            double divisor = Numbers.toFloat(right);
            if (divisor == 0) {
                throw new ValueException("float division by zero");
            }
            return Numbers.toFloat(left) / divisor;
        }
        if (Numbers.isZero(right)) {
            throw new ValueException("division by zero");
        }
        if (Numbers.integer(left) instanceof Long one
                && Numbers.integer(right) instanceof Long other
                && Math.abs(one) <= 1L << 53
                && one != Long.MIN_VALUE
                && other != Long.MIN_VALUE
                && Math.abs(other) <= 1L << 53) {
            return (double) one / other;
        }
        return Quotient.nearest(Numbers.big(left), Numbers.big(right));
    }

    static Object floorDivide(Object left, Object right) {
        if (left instanceof Double || right instanceof Double) {
            double divisor = Numbers.toFloat(right);
            if (divisor == 0) {
                throw new ValueException("float floor division by zero");
            }
            return floorQuotient(Numbers.toFloat(left), divisor);
        }
        if (Numbers.isZero(right)) {
            throw new ValueException("integer division or modulo by zero");
        }
        if (Numbers.integer(left) instanceof Long one
                && Numbers.integer(right) instanceof Long other
                && one != Long.MIN_VALUE) {
            return Math.floorDiv(one, other);
        }
        BigInteger[] parts = Numbers.big(left).divideAndRemainder(Numbers.big(right));
        boolean down = parts[1].signum() != 0
                && parts[1].signum() != Numbers.big(right).signum();
        return Numbers.normal(down ? parts[0].subtract(BigInteger.ONE) : parts[0]);
    }

    /** By way of the remainder, so that it agrees with {@link #modulo}. */
    private static double floorQuotient(double left, double right) {
        double remainder = modulo(left, right);
        double quotient = (left - left % right) / right;
        if (left % right != 0 && remainder != left % right) {
            quotient -= 1;
        }
        if (quotient == 0) {
            return Math.copySign(0.0, left / right);
        }
        double floor = Math.floor(quotient);
        return quotient - floor > 0.5 ? floor + 1 : floor;
    }

    static Object modulo(Object left, Object right) {
        if (left instanceof Double || right instanceof Double) {
            double divisor = Numbers.toFloat(right);
            if (divisor == 0) {
                throw new ValueException("float modulo");
            }
            return modulo(Numbers.toFloat(left), divisor);
        }
        if (Numbers.isZero(right)) {
            throw new ValueException("integer modulo by zero");
        }
        if (Numbers.integer(left) instanceof Long one && Numbers.integer(right) instanceof Long other) {
            return Math.floorMod(one, other);
        }
        BigInteger divisor = Numbers.big(right);
        BigInteger rest = Numbers.big(left).mod(divisor.abs());
        return Numbers.normal(rest.signum() != 0 && divisor.signum() < 0 ? rest.add(divisor) : rest);
    }

    /** With the sign of the divisor. */
    private static double modulo(double left, double right) {
        double rest = left % right;
        if (rest == 0) {
            return Math.copySign(0.0, right);
        }
        return rest < 0 == right < 0 ? rest : rest + right;
    }

    static Object power(Object left, Object right) {
        if (left instanceof Double || right instanceof Double) {
            return power(Numbers.toFloat(left), Numbers.toFloat(right));
        }
        BigInteger exponent = Numbers.big(right);
        if (exponent.signum() < 0) {
            return power(Numbers.toFloat(left), Numbers.toFloat(right));
        }
        BigInteger base = Numbers.big(left);
        if (base.bitLength() <= 1 && base.abs().compareTo(BigInteger.ONE) <= 0) {
            return exponent.signum() == 0 ? 1L : base.signum() < 0 && !exponent.testBit(0) ? 1L : base.longValue();
        }
        if (BigInteger.valueOf(base.bitLength()).multiply(exponent).bitLength() > 31
                || (long) base.abs().bitLength() * exponent.longValue() > WIDEST_POWER_IN_BITS) {
            throw new ValueException("The power has too many digits.");
        }
        return Numbers.normal(base.pow(exponent.intValue()));
    }

    private static double power(double base, double exponent) {
        if (base == 0 && exponent < 0) {
            throw new ValueException("0.0 cannot be raised to a negative power");
        }
        if (base == 1 || exponent == 0) {
            return 1;
        }
        if (base < 0 && Double.isFinite(base) && Double.isFinite(exponent) && exponent != Math.rint(exponent)) {
            throw new ValueException("A negative number has no real power of " + Floats.repr(exponent) + ".");
        }
        if (base == -1 && Double.isInfinite(exponent)) {
            return 1;
        }
        double power = exponent == 0.5 && base != Double.NEGATIVE_INFINITY ? Math.sqrt(base) : exactly(base, exponent);
        if (Double.isInfinite(power) && !Double.isInfinite(base) && !Double.isInfinite(exponent)) {
            throw new ValueException("(34, 'Numerical result out of range')");
        }
        return power;
    }

    /** Small whole exponents are rounded once, as good C libraries come out. */
    private static double exactly(double base, double exponent) {
        double power = Math.pow(base, exponent);
        if (exponent == Math.rint(exponent)
                && Math.abs(exponent) <= 64
                && !Double.isInfinite(power)
                && Math.abs(power) >= Double.MIN_NORMAL
                && !Double.isInfinite(base)
                && !Double.isNaN(base)) {
            BigDecimal exact = new BigDecimal(base).pow((int) Math.abs(exponent));
            return exponent > 0
                    ? exact.doubleValue()
                    : BigDecimal.ONE
                            .divide(exact, new java.math.MathContext(40))
                            .doubleValue();
        }
        return power;
    }

    static Object negate(Object number) {
        if (number instanceof Double value) {
            return -value;
        }
        return subtract(0L, number);
    }
}
