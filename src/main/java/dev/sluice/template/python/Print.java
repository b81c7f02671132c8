package dev.sluice.template.python;

/** Values as text, as Python's {@code str()} and {@code repr()} have it. */
public final class Print {
    private Print() {}

    /** {@code str(value)}; undefined gives "". A string comes back as it is, without a copy. */
    public static String str(Rendering rendering, Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof Markup markup) {
            return markup.text();
        }
        if (value instanceof Undefined) {
            return "";
        }
        return repr(rendering, value);
    }

    /** {@code repr(value)}. */
    public static String repr(Rendering rendering, Object value) {
        if (value == null) {
            return "None";
        }
        if (value instanceof Long number) {
            return Long.toString(number);
        }
        if (value instanceof Boolean bool) {
            return bool ? "True" : "False";
        }
        String text = new Printer(rendering).print(value);
        rendering.string(text.length());
        return text;
    }

    /** {@code ascii(value)}: as {@code repr}, all beyond ASCII escaped. */
    public static String ascii(Rendering rendering, Object value) {
        String text = repr(rendering, value);
        if (Text.isAscii(text)) {
            return text;
        }
        StringBuilder ascii = new StringBuilder(text.length() * 2);
        text.codePoints().forEach(character -> {
            if (character < 128) {
                ascii.append((char) character);
            } else {
                Quote.escape(ascii, character);
            }
        });
        rendering.string(ascii.length());
        return ascii.toString();
    }
}
