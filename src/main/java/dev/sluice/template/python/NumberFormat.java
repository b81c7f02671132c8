package dev.sluice.template.python;

import java.math.BigInteger;
import java.util.Locale;

/** A number in a {@link FormatSpec}: notation, sign, groups, width. */
final class NumberFormat {
    private final Rendering rendering;
    private final FormatSpec spec;

    NumberFormat(Rendering rendering, FormatSpec spec) {
        this.rendering = rendering;
        this.spec = spec;
    }

    String format(Object value) {
        return value instanceof Double || "eEfFgG%".indexOf(spec.type) >= 0
                ? floating(value)
                : integer(Numbers.big(value));
    }

    private String integer(BigInteger number) {
        if (spec.precision >= 0) {
            throw new ValueException("Precision not allowed in integer format specifier");
        }
        if (spec.type == 'c') {
            return character(number);
        }
        int base =
                switch (spec.type) {
                    case 'b' -> 2;
                    case 'o' -> 8;
                    case 'x', 'X' -> 16;
                    case 'd', 'n', 0 -> 10;
                    default -> throw spec.unknown("int");
                };
        if (spec.grouping != 0 && (spec.type == 'n' || spec.grouping == ',' && base != 10)) {
            throw new ValueException("Cannot specify '" + spec.grouping + "' with '" + spec.type + "'.");
        }
        String digits = base == 10 ? Printer.digits(number.abs()) : number.abs().toString(base);
        String prefix = spec.alternate && base != 10 ? "0" + spec.type : "";
        return placed(
                sign(number.signum() < 0),
                prefix,
                spec.type == 'X' ? digits.toUpperCase(Locale.ROOT) : digits,
                "",
                base == 10 ? 3 : 4);
    }

    private String character(BigInteger number) {
        if (spec.sign != '-') {
            throw new ValueException("Sign not allowed with integer format specifier 'c'");
        }
        if (spec.alternate) {
            throw new ValueException("Alternate form (#) not allowed with integer format specifier 'c'");
        }
        if (spec.grouping != 0) {
            throw new ValueException("Cannot specify '" + spec.grouping + "' with 'c'.");
        }
        int code = Numbers.pinned(Numbers.normal(number));
        if (code < 0 || code > Character.MAX_CODE_POINT) {
            throw new ValueException("%c arg not in range(0x110000)");
        }
        return placed("", "", "", Character.toString(code), 3);
    }

    private String floating(Object value) {
        double number = Numbers.toFloat(value);
        if (spec.grouping != 0 && spec.type == 'n') {
            throw new ValueException("Cannot specify '" + spec.grouping + "' with 'n'.");
        }
        if (spec.type != 0 && "eEfFgGn%".indexOf(spec.type) < 0) {
            throw spec.unknown("float");
        }
        double size = Math.abs(spec.type == '%' ? number * 100 : number);
        boolean negative = number < 0 || number == 0 && 1 / number < 0;
        String text = Double.isNaN(size) ? "nan" : Double.isInfinite(size) ? "inf" : digits(size);
        String cased = "EFG".indexOf(spec.type) >= 0 ? text.toUpperCase(Locale.ROOT) : text;
        int whole = 0;
        while (whole < cased.length() && Character.isDigit(cased.charAt(whole))) {
            whole++;
        }
        return placed(
                sign(negative),
                "",
                cased.substring(0, whole),
                cased.substring(whole) + (spec.type == '%' ? "%" : ""),
                3);
    }

    private String digits(double size) {
        int precision = spec.precision < 0 ? 6 : spec.precision;
        return switch (spec.type) {
            case 'f', 'F', '%' -> Digits.fixed(size, precision) + (spec.alternate && precision == 0 ? "." : "");
            case 'e', 'E' -> Digits.exponential(size, precision, spec.alternate);
            case 'g', 'G', 'n' -> Digits.general(size, precision, spec.alternate, false);
            default -> spec.precision < 0 ? Floats.repr(size) : Digits.general(size, precision, spec.alternate, true);
        };
    }

    private String sign(boolean negative) {
        return negative ? "-" : spec.sign == '-' ? "" : String.valueOf(spec.sign);
    }

    private String placed(String sign, String prefix, String whole, String rest, int group) {
        boolean between = spec.align == '=' || spec.align == '0';
        int taken = sign.length() + prefix.length() + Text.length(rest);
        int least = between && spec.fill.equals("0") ? spec.width - taken : 0;
        String grouped = spec.grouping == 0 ? whole : grouped(whole, group, least);
        String number = sign + prefix + grouped + rest;
        if (between) {
            int missing = Pads.missing(number, spec.width);
            return sign + prefix + spec.fill.repeat(missing) + grouped + rest;
        }
        return spec.aligned(rendering, number, spec.align == 0 ? '>' : spec.align);
    }

    /** With separators, and zeros in front, also separated, until it is wide enough. */
    private String grouped(String digits, int group, int least) {
        if (digits.isEmpty()) {
            return digits;
        }
        StringBuilder reversed = new StringBuilder();
        int count = 0;
        for (int i = digits.length() - 1; i >= 0 || reversed.length() < least; i--) {
            if (count > 0 && count % group == 0) {
                reversed.append(spec.grouping);
            }
            reversed.append(i >= 0 ? digits.charAt(i) : '0');
            count++;
        }
        return reversed.reverse().toString();
    }
}
