package dev.sluice.template.python;

import java.util.AbstractList;
import java.util.RandomAccess;

/**
 * What {@code range()} gives: evenly spaced whole numbers, none of them stored.
 *
 * @param start the first number
 * @param stop what is not reached any more
 * @param step not 0
 */
public record Range(long start, long stop, long step) {
    public int size() {
        if (step > 0 ? start >= stop : start <= stop) {
            return 0;
        }
        java.math.BigInteger distance = java.math.BigInteger.valueOf(stop)
                .subtract(java.math.BigInteger.valueOf(start))
                .abs()
                .subtract(java.math.BigInteger.ONE)
                .divide(java.math.BigInteger.valueOf(step).abs());
        return distance.bitLength() > 30 ? Integer.MAX_VALUE : distance.intValue() + 1;
    }

    Long get(int index) {
        return start + index * step;
    }

    /** The same numbers, as a list to look at. */
    java.util.List<Object> asList() {
        return new Numbered(this, size());
    }

    boolean contains(Rendering rendering, Object number) {
        if (Types.isInteger(number)) {
            Object exact = Numbers.integer(number);
            if (!(exact instanceof Long value)) {
                return false;
            }
            boolean within = step > 0 ? value >= start && value < stop : value <= start && value > stop;
            return within && (value - start) % step == 0;
        }
        return Membership.among(rendering, asList().iterator(), number);
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Range that) || size() != that.size()) {
            return false;
        }
        return size() == 0 || start == that.start && (size() == 1 || step == that.step);
    }

    @Override
    public int hashCode() {
        return size() == 0 ? 0 : Long.hashCode(start) + size();
    }

    @Override
    public String toString() {
        return step == 1 ? "range(" + start + ", " + stop + ")" : "range(" + start + ", " + stop + ", " + step + ")";
    }

    private static final class Numbered extends AbstractList<Object> implements RandomAccess {
        private final Range range;
        private final int size;

        private Numbered(Range range, int size) {
            this.range = range;
            this.size = size;
        }

        @Override
        public Object get(int index) {
            return range.get(index);
        }

        @Override
        public int size() {
            return size;
        }
    }
}
