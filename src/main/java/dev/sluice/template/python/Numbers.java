package dev.sluice.template.python;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Whole numbers without bound, floats, and the two together; a boolean is 0 or 1. */
public final class Numbers {
    private static final double EXACT = 0x1p53;

    private Numbers() {}

    /** A Long when it fits. */
    public static Object normal(BigInteger number) {
        return number.bitLength() < 64 ? (Object) number.longValue() : number;
    }

    /** An int or bool as Long or BigInteger. */
    public static Object integer(Object number) {
        return number instanceof Boolean bool ? (Object) (bool ? 1L : 0L) : number;
    }

    static BigInteger big(Object integer) {
        Object number = integer(integer);
        return number instanceof BigInteger big ? big : BigInteger.valueOf((Long) number);
    }

    /** {@code float(number)} */
    public static double toFloat(Object number) {
        if (number instanceof Double value) {
            return value;
        }
        if (number instanceof Long value) {
            return value;
        }
        if (number instanceof Boolean bool) {
            return bool ? 1 : 0;
        }
        double value = ((BigInteger) number).doubleValue();
        if (Double.isInfinite(value)) {
            throw new ValueException("int too large to convert to float");
        }
        return value;
    }

    /** {@code int(number)} of a finite or other float. */
    public static Object truncate(double number) {
        if (Double.isNaN(number)) {
            throw new ValueException("cannot convert float NaN to integer");
        }
        if (Double.isInfinite(number)) {
            throw new ValueException("cannot convert float infinity to integer");
        }
        return Math.abs(number) < 0x1p63 ? (Object) (long) number : normal(new BigDecimal(number).toBigInteger());
    }

    static boolean equal(Object left, Object right) {
        if (left instanceof Long one && right instanceof Long other) {
            return one.longValue() == other.longValue();
        }
        if (isNaN(left) || isNaN(right)) {
            return false;
        }
        return compare(left, right) == 0;
    }

    static boolean less(Object left, Object right) {
        return !isNaN(left) && !isNaN(right) && compare(left, right) < 0;
    }

    static boolean lessOrEqual(Object left, Object right) {
        return !isNaN(left) && !isNaN(right) && compare(left, right) <= 0;
    }

    private static boolean isNaN(Object number) {
        return number instanceof Double value && value.isNaN();
    }

    /** Exact, not by way of floats; of no use for NaN. */
    static int compare(Object left, Object right) {
        if (left instanceof Double one) {
            return right instanceof Double other ? floats(one, other) : -compareWithFloat(integer(right), one);
        }
        if (right instanceof Double other) {
            return compareWithFloat(integer(left), other);
        }
        Object one = integer(left);
        Object other = integer(right);
        return one instanceof Long x && other instanceof Long y ? Long.compare(x, y) : big(one).compareTo(big(other));
    }

    private static int floats(double left, double right) {
        return left < right ? -1 : left == right ? 0 : 1;
    }

    private static int compareWithFloat(Object integer, double number) {
        if (Double.isInfinite(number)) {
            return number > 0 ? -1 : 1;
        }
        if (integer instanceof Long value && Math.abs((double) value) < EXACT) {
            return floats(value, number);
        }
        return new BigDecimal(big(integer)).compareTo(new BigDecimal(number));
    }

    static boolean isZero(Object number) {
        return number instanceof Double value
                ? value == 0
                : number instanceof Long value ? value == 0 : Boolean.FALSE.equals(number);
    }

    /** An index within int, pinned to its ends. */
    static int pinned(Object integer) {
        Object number = integer(integer);
        long value = number instanceof Long it ? it : ((BigInteger) number).signum() * Long.MAX_VALUE;
        return (int) Math.max(-Integer.MAX_VALUE, Math.min(Integer.MAX_VALUE, value));
    }
}
