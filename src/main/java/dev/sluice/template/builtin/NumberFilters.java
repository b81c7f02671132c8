package dev.sluice.template.builtin;

import dev.sluice.template.python.Convert;
import dev.sluice.template.python.Functions;
import dev.sluice.template.python.Numbers;
import dev.sluice.template.python.Operators;
import dev.sluice.template.python.Rendering;
import dev.sluice.template.python.Text;
import dev.sluice.template.python.Types;
import dev.sluice.template.python.Undefined;
import dev.sluice.template.python.ValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Filters that make numbers, or round them. */
final class NumberFilters {
    private static final String[] DECIMAL = {"kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB"};
    private static final String[] BINARY = {"KiB", "MiB", "GiB", "TiB", "PiB", "EiB", "ZiB", "YiB"};

    static final Functions ALL = new Functions()
            .with("int(default=0, base=10)", NumberFilters::integer)
            .with("float(default=0.0)", (r, value, given) -> {
                if (isFloat(value)) {
                    return floating(value);
                }
                return given[0];
            })
            .with("abs()", (r, value, given) -> {
                if (!Types.isNumber(value)) {
                    throw new ValueException("bad operand type for abs(): '" + Types.name(value) + "'");
                }
                return value instanceof Double number
                        ? (Object) Math.abs(number)
                        : Operators.less(r, value, 0L) ? Operators.negate(r, value) : Numbers.integer(value);
            })
            .with("round(precision=0, method='common')", NumberFilters::round)
            .with("filesizeformat(binary=False)", NumberFilters::size);

    private NumberFilters() {}

    private static Object integer(Rendering rendering, Object value, Object[] given) {
        if (value instanceof Undefined nothing) {
            throw nothing.refusal();
        }
        String text = Text.of(value);
        if (text == null) {
            return Types.isInteger(value)
                    ? Numbers.integer(value)
                    : value instanceof Double number && !number.isNaN() ? Numbers.truncate(number) : given[0];
        }
        try {
            return Convert.integer(text, Convert.index(given[1]));
        } catch (ValueException notInteger) {
            return isFloat(value) && !Double.isNaN(floating(value)) ? Numbers.truncate(floating(value)) : given[0];
        }
    }

    /** Whether {@code float(value)} would do; undefined refuses even that. */
    private static boolean isFloat(Object value) {
        if (value instanceof Undefined nothing) {
            throw nothing.refusal();
        }
        if (Text.of(value) == null) {
            return Types.isNumber(value);
        }
        return Convert.isFloat(Text.of(value));
    }

    private static double floating(Object value) {
        return Text.of(value) == null ? Numbers.toFloat(value) : Convert.floating(Text.of(value));
    }

    private static Object round(Rendering rendering, Object value, Object[] given) {
        String method = Text.of(given[1]);
        boolean common = "common".equals(method);
        if (!common && !"ceil".equals(method) && !"floor".equals(method)) {
            throw new ValueException("method must be common, ceil or floor");
        }
        if (common) {
            if (!Types.isNumber(value)) {
                throw value instanceof Undefined nothing
                        ? nothing.refusal()
                        : new ValueException("type " + Types.name(value) + " doesn't define __round__ method");
            }
            return common(value, given[0]);
        }
        Object factor = Operators.power(rendering, 10L, given[0]);
        Object scaled = Operators.multiply(rendering, value, factor);
        if (!Types.isNumber(scaled)) {
            throw new ValueException("must be real number, not " + Types.name(scaled));
        }
        Object whole = scaled instanceof Double number
                ? Numbers.truncate(method.equals("ceil") ? Math.ceil(number) : Math.floor(number))
                : scaled;
        return Operators.divide(rendering, whole, factor);
    }

    private static Object common(Object value, Object precision) {
        if (precision == null) {
            return value instanceof Double number ? Numbers.truncate(Math.rint(number)) : Numbers.integer(value);
        }
        int digits = Convert.index(precision);
        if (value instanceof Double number) {
            if (number.isNaN() || number.isInfinite() || digits > 330 || number == 0) {
                return number;
            }
            if (digits < -310) {
                return Math.copySign(0.0, number);
            }
            double rounded = new BigDecimal(number)
                    .setScale(digits, RoundingMode.HALF_EVEN)
                    .doubleValue();
            if (Double.isInfinite(rounded)) {
                throw new ValueException("rounded value too large to represent");
            }
            return rounded == 0 ? Math.copySign(0.0, number) : rounded;
        }
        if (digits >= 0) {
            return Numbers.integer(value);
        }
        BigInteger exact = new BigInteger(Numbers.integer(value).toString());
        return digits < -exact.bitLength()
                ? (Object) 0L
                : Numbers.normal(new BigDecimal(exact)
                        .setScale(digits, RoundingMode.HALF_EVEN)
                        .toBigInteger());
    }

    private static Object size(Rendering rendering, Object value, Object[] given) {
        if (!isFloat(value)) {
            throw new ValueException(
                    Text.of(value) == null
                            ? "float() argument must be a string or a real number, not '" + Types.name(value) + "'"
                            : "could not convert string to float: '" + Text.of(value) + "'");
        }
        double bytes = floating(value);
        boolean binary = Operators.truth(rendering, given[0]);
        long base = binary ? 1024 : 1000;
        if (bytes == 1) {
            return "1 Byte";
        }
        if (bytes < base) {
            return Numbers.truncate(bytes) + " Bytes";
        }
        String[] units = binary ? BINARY : DECIMAL;
        BigInteger unit = BigInteger.valueOf(base).pow(2);
        int i = 0;
        while (i < units.length - 1 && !(bytes < unit.doubleValue())) {
            unit = unit.multiply(BigInteger.valueOf(base));
            i++;
        }
        Object shown = base * bytes / unit.doubleValue();
        return Operators.modulo(rendering, "%.1f", shown) + " " + units[i];
    }
}
