package dev.sluice.payload;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The tokens of ordinary JSON, for {@link JsonScan}: strings are made of their bytes at once where no escape is in them,
 * and looked for their end by eight bytes at a time.
 */
final class JsonTokens {
    static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;
    private static final int MOST_DIGITS = 18;
    private static final int LONGEST_FRACTION = 100;
    private static final int LONGEST_NAME = 1_000;
    private static final String[] SHORT = new String[128];

    static {
        Arrays.setAll(SHORT, c -> Character.toString(c).intern());
    }

    /** Not an error of anybody's: the text is read again by another. */
    static final class GivesUp extends RuntimeException {
        private static final long serialVersionUID = 1;

        GivesUp() {
            super(null, null, false, false);
        }
    }

    static final GivesUp GIVES_UP = new GivesUp();

    private final byte[] text;
    private int at;

    JsonTokens(byte[] text) {
        this.text = text;
    }

    /**
     * Goes past the name of a field, whose opening quote is behind us, and its colon where the name is one that was to be
     * expected.
     *
     * @return the shape with that field; null where the name must be read
     */
    Shape pass(Shape before) {
        Shape shape = before.expectedAt(text, at);
        if (shape != null) {
            at += shape.spelled();
        }
        return shape;
    }

    int at() {
        return at;
    }

    void skip(int bytes) {
        at += bytes;
    }

    /** The name of a field whose opening quote is behind us. */
    String name() {
        int start = at;
        int end = plainEnd(start);
        if (text[end] != '"') {
            return string().intern();
        }
        if (end - start > LONGEST_NAME) {
            throw GIVES_UP;
        }
        at = end + 1;
        return FieldNames.of(text, start, end);
    }

    void colon() {
        if (next() != ':') {
            throw GIVES_UP;
        }
    }

    /** The string whose opening quote is behind us. */
    String string() {
        int start = at;
        int end = plainEnd(start);
        if (text[end] != '"') {
            return richString(start, end);
        }
        at = end + 1;
        int length = end - start;
        if (length == 1) {
            return SHORT[text[start]];
        }
        return length == 0 ? "" : new String(text, start, length, StandardCharsets.ISO_8859_1);
    }

    private String richString(int start, int plainEnd) {
        int end = plainEnd;
        while (text[end] != '"') {
            if (text[end] >= 0 && text[end] < ' ') {
                throw GIVES_UP;
            }
            end = plainEnd(end + (text[end] == '\\' ? 2 : 1));
        }
        String decoded = JsonText.decode(text, start, end);
        if (decoded == null) {
            throw GIVES_UP;
        }
        at = end + 1;
        return decoded;
    }

    /** Where the first byte is that is not just a character of its own: a quote, an escape, a control or not ASCII. */
    private int plainEnd(int start) {
        int i = start;
        for (int last = text.length - 8; i <= last; i += 8) {
            long eight = (long) EIGHT.get(text, i);
            long quotes = eight ^ ('"' * ONES);
            long escapes = eight ^ ('\\' * ONES);
            // per byte: the subtraction borrows where the byte is 0, or below a space, as long as no high bit was set
            long found = (((quotes - ONES) | (escapes - ONES) | (eight - ' ' * ONES)) & ~eight | eight) & HIGH;
            if (found != 0) {
                return i + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (text[i] >= ' ' && text[i] != '"' && text[i] != '\\') {
            i++;
        }
        return i;
    }

    /** A number of which the first byte is behind us. */
    Object number(byte first) {
        boolean negative = first == '-';
        int start = at - 1;
        int digits = negative ? at : start;
        long value = 0;
        int i = digits;
        for (; i < text.length && isDigit(text[i]); i++) {
            value = value * 10 + (text[i] - '0');
        }
        int length = i - digits;
        if (length == 0 || length > MOST_DIGITS || (length > 1 && text[digits] == '0')) {
            throw GIVES_UP;
        }
        if (i < text.length && (text[i] == '.' || text[i] == 'e' || text[i] == 'E')) {
            return fraction(start, i);
        }
        at = i;
        return negative ? -value : value;
    }

    private Double fraction(int start, int whole) {
        int i = whole;
        if (text[i] == '.') {
            i = digits(i + 1);
        }
        if (text[i] == 'e' || text[i] == 'E') {
            i++;
            i = digits(text[i] == '+' || text[i] == '-' ? i + 1 : i);
        }
        if (i - start > LONGEST_FRACTION) {
            throw GIVES_UP;
        }
        at = i;
        return Double.valueOf(new String(text, start, i - start, StandardCharsets.ISO_8859_1));
    }

    private int digits(int from) {
        int i = from;
        while (isDigit(text[i])) {
            i++;
        }
        if (i == from) {
            throw GIVES_UP;
        }
        return i;
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }

    /** Whether an object goes on behind one of its values; the opening quote of the next name is behind us then. */
    boolean goesOn() {
        if (text[at] == ',' && text[at + 1] == '"') {
            at += 2;
            return true;
        }
        byte c = next();
        if (c == '}') {
            return false;
        }
        if (c != ',' || next() != '"') {
            throw GIVES_UP;
        }
        return true;
    }

    Object word(String word, Object meaning) {
        for (int i = 1; i < word.length(); i++) {
            if (text[at++] != word.charAt(i)) {
                throw GIVES_UP;
            }
        }
        return meaning;
    }

    /** The next byte that is not blank. */
    byte next() {
        byte c = text[at++];
        return c > ' ' ? c : behindBlanks(c);
    }

    private byte behindBlanks(byte first) {
        byte c = first;
        while (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
            c = text[at++];
        }
        return c;
    }

    boolean isAtTheEnd() {
        while (at < text.length) {
            byte c = text[at++];
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
                return false;
            }
        }
        return true;
    }
}
