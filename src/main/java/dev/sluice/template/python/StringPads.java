package dev.sluice.template.python;

import static dev.sluice.template.python.StringMethods.escaping;

/** Methods of strings that fill them up. */
final class StringPads {
    static final Functions ALL = new Functions()
            .with(
                    "center(width, fillchar=' ', /)",
                    escaping((r, text, given) -> Pads.center(r, text, Convert.index(given[0]), fill(given[1]))))
            .with(
                    "ljust(width, fillchar=' ', /)",
                    escaping((r, text, given) -> Pads.left(r, text, Convert.index(given[0]), fill(given[1]))))
            .with(
                    "rjust(width, fillchar=' ', /)",
                    escaping((r, text, given) -> Pads.right(r, text, Convert.index(given[0]), fill(given[1]))))
            .with("zfill(width, /)", escaping(StringPads::zeros))
            .with("expandtabs(tabsize=8)", escaping(StringPads::expand));

    private StringPads() {}

    private static String fill(Object given) {
        String fill = Text.of(given);
        if (fill == null || Text.length(fill) != 1) {
            throw new ValueException(
                    fill == null
                            ? "The fill character must be a unicode character, not " + Types.name(given)
                            : "The fill character must be exactly one character long");
        }
        return fill;
    }

    private static Object zeros(Rendering rendering, String text, Object[] given) {
        int missing = Pads.missing(text, Convert.index(given[0]));
        if (missing == 0) {
            return text;
        }
        boolean signed = text.startsWith("+") || text.startsWith("-");
        rendering.string((long) text.length() + missing);
        return signed ? text.charAt(0) + "0".repeat(missing) + text.substring(1) : "0".repeat(missing) + text;
    }

    private static Object expand(Rendering rendering, String text, Object[] given) {
        int size = Convert.index(given[0]);
        rendering.string(text.length());
        StringBuilder out = new StringBuilder();
        int column = 0;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            if (character == '\t') {
                int spaces = size > 0 ? size - column % size : 0;
                rendering.string(spaces);
                out.append(" ".repeat(spaces));
                column += spaces;
                Pads.within(rendering, out);
            } else {
                out.appendCodePoint(character);
                column = character == '\n' || character == '\r' ? 0 : column + 1;
            }
        }
        return out.toString();
    }
}
