package dev.sluice.template;

/** What stands between quotes, its escapes resolved as Python does. */
final class StringLiteral {
    private final Source source;
    private final String text;
    private final int end;
    private final StringBuilder value;
    private int at;

    private StringLiteral(Source source, int from, int to) {
        this.source = source;
        this.text = source.text();
        this.at = from;
        this.end = to;
        this.value = new StringBuilder(to - from);
    }

    static String value(Source source, int from, int to) {
        int escape = source.text().indexOf('\\', from);
        if (escape < 0 || escape >= to) {
            return source.text().substring(from, to);
        }
        StringLiteral literal = new StringLiteral(source, from, to);
        while (literal.at < to) {
            literal.next();
        }
        return literal.value.toString();
    }

    private void next() {
        char c = text.charAt(at++);
        if (c != '\\') {
            value.append(c);
            return;
        }
        int escaped = text.codePointAt(at);
        at += Character.charCount(escaped);
        switch (escaped) {
            case '\n' -> {}
            case '\\', '\'', '"' -> value.append((char) escaped);
            case 'a' -> value.append('\u0007');
            case 'b' -> value.append('\b');
            case 'f' -> value.append('\f');
            case 'n' -> value.append('\n');
            case 'r' -> value.append('\r');
            case 't' -> value.append('\t');
            case 'v' -> value.append('\u000b');
            case 'x' -> hexadecimal(2);
            case 'u' -> hexadecimal(4);
            case 'U' -> hexadecimal(8);
            case 'N' ->
                throw source.error(
                        at - 2, "Characters by name (\\N{...}) are not supported; write \\u and four digits.");
            default -> other(escaped);
        }
    }

    private void hexadecimal(int digits) {
        int start = at - 2;
        long character = 0;
        for (int i = 0; i < digits; i++, at++) {
            int digit = at < end && text.charAt(at) < 128 ? Character.digit(text.charAt(at), 16) : -1;
            if (digit < 0) {
                throw source.error(
                        start, "The escape " + text.substring(start, start + 2) + " needs " + digits + " hex digits.");
            }
            character = character * 16 + digit;
        }
        if (character > Character.MAX_CODE_POINT) {
            throw source.error(start, "There is no character of that number.");
        }
        value.appendCodePoint((int) character);
    }

    private void other(int escaped) {
        if (escaped >= '0' && escaped <= '7') {
            int character = escaped - '0';
            for (int i = 0; i < 2 && at < end && text.charAt(at) >= '0' && text.charAt(at) <= '7'; i++, at++) {
                character = character * 8 + text.charAt(at) - '0';
            }
            value.append((char) character);
        } else if (escaped < 128) {
            value.append('\\').append((char) escaped);
        } else {
            // Jinja escapes what is not ASCII before it resolves escapes, so that the backslash meets another one.
            String format = escaped < 0x100 ? "\\x%02x" : escaped < 0x10000 ? "\\u%04x" : "\\U%08x";
            value.append(String.format(format, escaped));
        }
    }
}
