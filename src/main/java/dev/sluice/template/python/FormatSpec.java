package dev.sluice.template.python;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The small language behind the colon of {@code '{:>10,.2f}'.format(x)}, and {@code format(value, spec)}. */
final class FormatSpec {
    private static final Pattern SPEC = Pattern.compile(
            "(?:(.)?([<>=^]))?([-+ ])?(z)?(#)?(0)?([0-9]+)?([,_])?(?:\\.([0-9]+))?(.)?", Pattern.DOTALL);

    final String fill;
    final char align;
    final char sign;
    final boolean alternate;
    final int width;
    final char grouping;
    final int precision;
    final char type;
    private final boolean unsigned;

    private FormatSpec(Matcher spec) {
        boolean zero = spec.group(6) != null;
        this.align = spec.group(2) != null ? spec.group(2).charAt(0) : zero ? '0' : 0;
        this.fill = spec.group(1) != null ? spec.group(1) : zero ? "0" : " ";
        this.unsigned = spec.group(3) == null;
        this.sign = unsigned ? '-' : spec.group(3).charAt(0);
        this.alternate = spec.group(5) != null;
        this.width = spec.group(7) == null ? 0 : number(spec.group(7));
        this.grouping = spec.group(8) == null ? 0 : spec.group(8).charAt(0);
        this.precision = spec.group(9) == null ? -1 : number(spec.group(9));
        this.type = spec.group(10) == null ? 0 : spec.group(10).charAt(0);
    }

    private static int number(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw new ValueException("Too many decimal digits in format string");
        }
    }

    /** {@code format(value, spec)} */
    static String format(Rendering rendering, Object value, String text) {
        if (text.isEmpty()) {
            return Print.str(rendering, value);
        }
        if (!(Types.isNumber(value) || Text.of(value) != null)) {
            throw new ValueException("unsupported format string passed to " + Types.name(value) + ".__format__");
        }
        Matcher matcher = SPEC.matcher(text);
        if (!matcher.matches()) {
            throw new ValueException("Invalid format specifier");
        }
        FormatSpec spec = new FormatSpec(matcher);
        rendering.string((long) spec.width + Math.max(0, spec.precision));
        return Types.isNumber(value)
                ? new NumberFormat(rendering, spec).format(value)
                : spec.text(rendering, Text.of(value));
    }

    private String text(Rendering rendering, String text) {
        if (type != 0 && type != 's') {
            throw unknown("str");
        }
        if (!unsigned) {
            throw new ValueException(
                    sign == ' '
                            ? "Space not allowed in string format specifier"
                            : "Sign not allowed in string format specifier");
        }
        if (alternate) {
            throw new ValueException("Alternate form (#) not allowed in string format specifier");
        }
        if (grouping != 0) {
            throw new ValueException("Cannot specify '" + grouping + "' with 's'.");
        }
        if (align == '=') {
            throw new ValueException("'=' alignment not allowed in string format specifier");
        }
        String cut = precision >= 0 && precision < Text.length(text) ? Text.part(text, 0, precision) : text;
        return aligned(rendering, cut, align == 0 || align == '0' ? '<' : align);
    }

    String aligned(Rendering rendering, String text, char how) {
        int missing = Pads.missing(text, width);
        return switch (how) {
            case '<' -> Pads.both(rendering, text, 0, missing, fill);
            case '^' -> Pads.both(rendering, text, missing / 2, missing - missing / 2, fill);
            default -> Pads.both(rendering, text, missing, 0, fill);
        };
    }

    ValueException unknown(String typeName) {
        return new ValueException("Unknown format code '" + type + "' for object of type '" + typeName + "'");
    }
}
