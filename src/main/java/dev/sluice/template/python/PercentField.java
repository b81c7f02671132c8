package dev.sluice.template.python;

import java.util.Locale;

/** One field of a printf format: flags, width, precision, and how a value looks in it. */
final class PercentField {
    private boolean left;
    private boolean plus;
    private boolean space;
    private boolean alternate;
    private boolean zero;
    private int width;
    private int precision = -1;

    void flag(char flag) {
        switch (flag) {
            case '-' -> left = true;
            case '+' -> plus = true;
            case ' ' -> space = true;
            case '#' -> alternate = true;
            default -> zero = true;
        }
    }

    void width(int given) {
        left |= given < 0;
        width = Math.abs(given);
    }

    void precision(int given) {
        precision = given;
    }

    String format(Rendering rendering, char type, Object value, boolean markup) {
        rendering.string((long) width + Math.max(0, precision));
        if (markup && "oxXc".indexOf(type) >= 0) {
            throw new ValueException("%" + type + " is not for markup: use %d or %s.");
        }
        return switch (type) {
            case 's' -> text(rendering, shown(Print.str(rendering, value), value, markup));
            case 'r' -> text(rendering, shown(Print.repr(rendering, value), null, markup));
            case 'a' -> text(rendering, shown(Print.ascii(rendering, value), null, markup));
            case 'c' -> {
                precision = -1;
                yield text(rendering, character(value));
            }
            case 'd', 'i', 'u' -> signed(rendering, integer(decimal(fromText(value, markup, false), type)), "");
            case 'o' -> signed(rendering, based(value, type, 8), alternate ? "0o" : "");
            case 'x' -> signed(rendering, based(value, type, 16), alternate ? "0x" : "");
            case 'X' -> signed(rendering, based(value, type, 16).toUpperCase(Locale.ROOT), alternate ? "0X" : "");
            default -> signed(rendering, floating(fromText(value, markup, true), type), "");
        };
    }

    private static String shown(String text, Object value, boolean markup) {
        return markup && !(value instanceof Markup) ? Escape.html(text) : text;
    }

    private String text(Rendering rendering, String text) {
        String cut = precision >= 0 && precision < Text.length(text) ? Text.part(text, 0, precision) : text;
        return left ? Pads.left(rendering, cut, width, " ") : Pads.right(rendering, cut, width, " ");
    }

    static String character(Object value) {
        String text = Text.of(value);
        if (text != null && Text.length(text) == 1) {
            return text;
        }
        if (!Types.isInteger(value)) {
            throw new ValueException("%c requires int or char");
        }
        int code = Numbers.pinned(value);
        if (code < 0 || code > Character.MAX_CODE_POINT) {
            throw new ValueException("%c arg not in range(0x110000)");
        }
        return Character.toString(code);
    }

    /** Markup takes numbers that are still text. */
    private static Object fromText(Object value, boolean markup, boolean floating) {
        String text = markup ? Text.of(value) : null;
        return text == null ? value : floating ? (Object) Convert.floating(text) : Convert.integer(text, 10);
    }

    private static Object decimal(Object value, char type) {
        if (value instanceof Double number) {
            return Numbers.truncate(number);
        }
        if (value instanceof Undefined nothing) {
            throw nothing.refusal();
        }
        if (!Types.isInteger(value)) {
            throw new ValueException("%" + type + " format: a real number is required, not " + Types.name(value));
        }
        return Numbers.integer(value);
    }

    private String integer(Object number) {
        return padded(number instanceof Long it ? it.toString() : Printer.digits(Numbers.big(number)));
    }

    private String based(Object value, char type, int base) {
        if (!Types.isInteger(value)) {
            throw new ValueException("%" + type + " format: an integer is required, not " + Types.name(value));
        }
        return padded(Numbers.big(value).toString(base));
    }

    /** The precision of whole numbers is how many digits there are at least. */
    private String padded(String digits) {
        boolean negative = digits.startsWith("-");
        int count = digits.length() - (negative ? 1 : 0);
        if (precision <= count) {
            return digits;
        }
        return (negative ? "-" : "") + "0".repeat(precision - count) + digits.substring(negative ? 1 : 0);
    }

    private String floating(Object value, char type) {
        double number = number(value);
        int digits = precision < 0 ? 6 : precision;
        double size = Math.abs(number);
        String text;
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            text = Double.isNaN(number) ? "nan" : "inf";
        } else {
            text = switch (Character.toLowerCase(type)) {
                case 'f' -> Digits.fixed(size, digits) + (alternate && digits == 0 ? "." : "");
                case 'e' -> Digits.exponential(size, digits, alternate);
                default -> Digits.general(size, digits, alternate, false);
            };
        }
        boolean negative = number < 0 || number == 0 && 1 / number < 0;
        String cased = Character.isUpperCase(type) ? text.toUpperCase(Locale.ROOT) : text;
        return negative ? "-" + cased : cased;
    }

    private static double number(Object value) {
        if (Types.isNumber(value)) {
            return Numbers.toFloat(value);
        }
        if (value instanceof Undefined nothing) {
            throw nothing.refusal();
        }
        throw new ValueException("must be real number, not " + Types.name(value));
    }

    private String signed(Rendering rendering, String number, String prefix) {
        boolean negative = number.startsWith("-");
        String sign = negative ? "-" : plus ? "+" : space ? " " : "";
        String digits = negative ? number.substring(1) : number;
        int missing = width - sign.length() - prefix.length() - digits.length();
        if (zero && !left && missing > 0) {
            return sign + prefix + "0".repeat(missing) + digits;
        }
        String all = sign + prefix + digits;
        return left ? Pads.left(rendering, all, width, " ") : Pads.right(rendering, all, width, " ");
    }
}
