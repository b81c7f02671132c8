package dev.sluice.template.python;

import java.math.BigDecimal;
import java.math.BigInteger;

/** The attributes of numbers that are data or harmless methods. */
final class NumberMethods {
    private static final Functions OF_ALL = new Functions()
            .with("conjugate()", (r, self, given) -> Numbers.integer(self))
            .with("as_integer_ratio()", (r, self, given) -> ratio(self));
    private static final Functions OF_INTEGERS = new Functions()
            .withAll(OF_ALL)
            .with("bit_length()", (r, self, given) ->
                    (long) Numbers.big(self).abs().bitLength())
            .with("bit_count()", (r, self, given) ->
                    (long) Numbers.big(self).abs().bitCount());
    private static final Functions OF_FLOATS = new Functions()
            .withAll(OF_ALL)
            .with("is_integer()", (r, self, given) -> {
                double number = (Double) self;
                return !Double.isInfinite(number) && number == Math.rint(number);
            })
            .with("hex()", (r, self, given) -> hex((Double) self));

    private NumberMethods() {}

    static Object of(Object number, String name) {
        boolean floating = number instanceof Double;
        Object data =
                switch (name) {
                    case "real" -> Numbers.integer(number);
                    case "imag" -> floating ? (Object) 0.0 : (Object) 0L;
                    case "numerator" -> floating ? Attributed.MISSING : Numbers.integer(number);
                    case "denominator" -> floating ? Attributed.MISSING : (Object) 1L;
                    default -> Attributed.MISSING;
                };
        if (data != Attributed.MISSING) {
            return data;
        }
        Function method = (floating ? OF_FLOATS : OF_INTEGERS).get(name);
        return method == null ? Attributed.MISSING : new BoundMethod(number, method);
    }

    private static Tuple ratio(Object number) {
        if (!(number instanceof Double value)) {
            return new Tuple(Numbers.integer(number), 1L);
        }
        if (value.isNaN() || value.isInfinite()) {
            throw new ValueException("cannot convert " + (value.isNaN() ? "NaN" : "Infinity") + " to integer ratio");
        }
        BigDecimal exact = new BigDecimal(value);
        BigInteger denominator = BigInteger.TEN.pow(Math.max(0, exact.scale()));
        BigInteger numerator = exact.multiply(new BigDecimal(denominator)).toBigIntegerExact();
        BigInteger common = numerator.gcd(denominator);
        return new Tuple(Numbers.normal(numerator.divide(common)), Numbers.normal(denominator.divide(common)));
    }

    private static String hex(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return Floats.repr(number);
        }
        String java = Double.toHexString(number);
        int point = java.indexOf('.');
        int exponent = java.indexOf('p');
        String fraction = java.substring(point + 1, exponent);
        String power = java.substring(exponent + 1);
        String padded = number == 0 ? "0" : fraction + "0".repeat(13 - fraction.length());
        return java.substring(0, point + 1) + padded + "p" + (power.startsWith("-") ? power : "+" + power);
    }
}
