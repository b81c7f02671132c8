package dev.sluice.template.python;

/** The operators of expressions, with Python's semantics. All throw {@link ValueException} where Python raises. */
public final class Operators {
    private Operators() {}

    /** {@code bool(value)}. */
    public static boolean truth(Rendering rendering, Object value) {
        if (value instanceof Boolean bool) {
            return bool;
        }
        if (value == null || value instanceof Undefined) {
            return false;
        }
        if (Types.isNumber(value)) {
            return !Numbers.isZero(value);
        }
        return Access.length(rendering, value) != 0;
    }

    public static Object add(Rendering rendering, Object left, Object right) {
        return Types.isNumber(left) && Types.isNumber(right)
                ? Arithmetic.add(left, right)
                : Joining.add(rendering, left, right);
    }

    public static Object subtract(Rendering rendering, Object left, Object right) {
        numbers("-", left, right);
        return Arithmetic.subtract(left, right);
    }

    public static Object multiply(Rendering rendering, Object left, Object right) {
        return Types.isNumber(left) && Types.isNumber(right)
                ? Arithmetic.multiply(left, right)
                : Joining.multiply(rendering, left, right);
    }

    /** {@code /} */
    public static Object divide(Rendering rendering, Object left, Object right) {
        numbers("/", left, right);
        return Arithmetic.divide(left, right);
    }

    /** {@code //} */
    public static Object floorDivide(Rendering rendering, Object left, Object right) {
        numbers("//", left, right);
        return Arithmetic.floorDivide(left, right);
    }

    /** {@code %}: of numbers, and printf formatting of strings. */
    public static Object modulo(Rendering rendering, Object left, Object right) {
        if (left instanceof Undefined nothing) {
            throw nothing.refusal();
        }
        if (left instanceof String pattern) {
            return new PercentFormat(rendering, pattern, right, false).format();
        }
        if (left instanceof Markup pattern) {
            return new Markup(new PercentFormat(rendering, pattern.text(), right, true).format());
        }
        numbers("%", left, right);
        return Arithmetic.modulo(left, right);
    }

    /** {@code **} */
    public static Object power(Rendering rendering, Object left, Object right) {
        numbers("** or pow()", left, right);
        return Arithmetic.power(left, right);
    }

    public static Object negate(Rendering rendering, Object value) {
        number("-", value);
        return Arithmetic.negate(value);
    }

    public static Object plus(Rendering rendering, Object value) {
        number("+", value);
        return Numbers.integer(value);
    }

    /** {@code ==} */
    public static boolean equal(Rendering rendering, Object left, Object right) {
        return Equality.equal(rendering, left, right);
    }

    /** {@code <}; false for NaN, on either side. */
    public static boolean less(Rendering rendering, Object left, Object right) {
        return Order.before(rendering, left, right, false);
    }

    /** {@code <=} */
    public static boolean lessOrEqual(Rendering rendering, Object left, Object right) {
        return Order.before(rendering, left, right, true);
    }

    /** {@code item in container}. */
    public static boolean contains(Rendering rendering, Object container, Object item) {
        return Membership.contains(rendering, container, item);
    }

    private static void number(String sign, Object value) {
        if (value instanceof Undefined nothing) {
            throw nothing.refusal();
        }
        if (!Types.isNumber(value)) {
            throw new ValueException("bad operand type for unary " + sign + ": '" + Types.name(value) + "'");
        }
    }

    private static void numbers(String sign, Object left, Object right) {
        if (!Types.isNumber(left) || !Types.isNumber(right)) {
            throw unsupported(sign, left, right);
        }
    }

    static ValueException unsupported(String sign, Object left, Object right) {
        if (left instanceof Undefined nothing) {
            return nothing.refusal();
        }
        if (right instanceof Undefined nothing) {
            return nothing.refusal();
        }
        return new ValueException("unsupported operand type(s) for " + sign + ": '" + Types.name(left) + "' and '"
                + Types.name(right) + "'");
    }
}
