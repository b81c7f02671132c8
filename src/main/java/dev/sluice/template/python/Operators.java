package dev.sluice.template.python;

/** The operators of expressions, with Python's semantics. All throw {@link ValueException} where Python raises. */
public final class Operators {
    private Operators() {}

    /** {@code bool(value)}. */
    public static boolean truth(Rendering rendering, Object value) {
        throw new UnsupportedOperationException("python");
    }

    public static Object add(Rendering rendering, Object left, Object right) {
        throw new UnsupportedOperationException("python");
    }

    public static Object subtract(Rendering rendering, Object left, Object right) {
        throw new UnsupportedOperationException("python");
    }

    public static Object multiply(Rendering rendering, Object left, Object right) {
        throw new UnsupportedOperationException("python");
    }

    /** {@code /} */
    public static Object divide(Rendering rendering, Object left, Object right) {
        throw new UnsupportedOperationException("python");
    }

    /** {@code //} */
    public static Object floorDivide(Rendering rendering, Object left, Object right) {
        throw new UnsupportedOperationException("python");
    }

    /** {@code %}: of numbers, and printf formatting of strings. */
    public static Object modulo(Rendering rendering, Object left, Object right) {
        throw new UnsupportedOperationException("python");
    }

    /** {@code **} */
    public static Object power(Rendering rendering, Object left, Object right) {
        throw new UnsupportedOperationException("python");
    }

    public static Object negate(Rendering rendering, Object value) {
        throw new UnsupportedOperationException("python");
    }

    public static Object plus(Rendering rendering, Object value) {
        throw new UnsupportedOperationException("python");
    }

    /** {@code ==} */
    public static boolean equal(Rendering rendering, Object left, Object right) {
        throw new UnsupportedOperationException("python");
    }

    /** Negative, 0 or positive as {@code left} is less than, equal to or greater than {@code right}; NaN needs {@link #less}. */
    public static boolean less(Rendering rendering, Object left, Object right) {
        throw new UnsupportedOperationException("python");
    }

    /** {@code <=} */
    public static boolean lessOrEqual(Rendering rendering, Object left, Object right) {
        throw new UnsupportedOperationException("python");
    }

    /** {@code item in container}. */
    public static boolean contains(Rendering rendering, Object container, Object item) {
        throw new UnsupportedOperationException("python");
    }
}
