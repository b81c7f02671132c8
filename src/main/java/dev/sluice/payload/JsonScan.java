package dev.sluice.payload;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the JSON that platforms write, in a third of the time that a parser takes which must be ready for everything.
 * It is ready for little: whatever it does not expect, from a number of 20 digits to any error, it gives up, and
 * {@link Json} reads the whole text with its parser, which finds the words. So it never takes what the parser refuses.
 *
 * <p>Most of the time goes into names of fields, so they are not read but compared with what the last object of the same
 * {@link Shape} had in this place; and into strings, which are made of their bytes at once where no escape is in them.
 */
final class JsonScan {
    /** What comes of a text that has something unexpected in it. */
    static final Object UNEXPECTED = new Object();

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
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
    private static final class GivesUp extends RuntimeException {
        private static final long serialVersionUID = 1;

        GivesUp() {
            super(null, null, false, false);
        }
    }

    private static final GivesUp GIVES_UP = new GivesUp();

    private final byte[] text;
    private int at;
    private int depth;

    /** The values of the objects that are open, one behind the other. */
    private Object[] row = new Object[64];

    private int filled;

    private JsonScan(byte[] text) {
        this.text = text;
    }

    /** The value that fills the whole text, or {@link #UNEXPECTED}. */
    static Object read(byte[] utf8) {
        try {
            JsonScan scan = new JsonScan(utf8);
            Object value = scan.value(scan.next());
            return scan.isAtTheEnd() ? value : UNEXPECTED;
        } catch (GivesUp | ArrayIndexOutOfBoundsException e) {
            // Beyond the last byte there is nothing to look at, so nothing is checked for it on the way.
            return UNEXPECTED;
        }
    }

    private Object value(byte first) {
        switch (first) {
            case '"':
                return string();
            case '{':
                return object();
            case '[':
                return array();
            case 't':
                return word("true", Boolean.TRUE);
            case 'f':
                return word("false", Boolean.FALSE);
            case 'n':
                return word("null", null);
            default:
                return number(first);
        }
    }

    private Fields object() {
        deeper();
        int start = filled;
        Shape shape = Shape.empty();
        byte next = next();
        if (next == '}') {
            depth--;
            return new Fields();
        }
        while (true) {
            if (next != '"') {
                throw GIVES_UP;
            }
            Shape likely = shape.likely();
            if (likely != null && likely.endsAsNamed(text, at)) {
                at += likely.lastLength() + 1;
                shape = likely;
                next = afterColon();
            } else {
                String name = name();
                next = afterColon();
                Shape longer = shape.find(name) >= 0 ? null : shape.plus(name);
                if (longer == null) {
                    return manyNames(shape, start, name, next);
                }
                shape = longer;
            }
            push(value(next));
            next = next();
            if (next == '}') {
                depth--;
                Fields fields = new Fields(shape, Arrays.copyOfRange(row, start, filled));
                filled = start;
                return fields;
            }
            if (next != ',') {
                throw GIVES_UP;
            }
            next = next();
        }
    }

    /** The rest of an object that keeps its names itself, because a name came twice or because they are too many. */
    private Fields manyNames(Shape begun, int start, String firstName, byte firstByte) {
        Fields fields = new Fields(2 * (filled - start) + 8);
        for (int i = start; i < filled; i++) {
            fields.append(begun.names[i - start], row[i]);
        }
        filled = start;
        String name = firstName;
        byte next = firstByte;
        while (true) {
            fields.put(name, value(next));
            next = next();
            if (next == '}') {
                depth--;
                return fields.trimmed();
            }
            if (next != ',' || next() != '"') {
                throw GIVES_UP;
            }
            name = name();
            next = afterColon();
        }
    }

    private List<Object> array() {
        deeper();
        byte next = next();
        if (next == ']') {
            depth--;
            return new ArrayList<>(2);
        }
        int start = filled;
        while (true) {
            push(value(next));
            next = next();
            if (next == ']') {
                depth--;
                return items(start);
            }
            if (next != ',') {
                throw GIVES_UP;
            }
            next = next();
        }
    }

    private List<Object> items(int start) {
        List<Object> items = new ArrayList<>(filled - start);
        for (int i = start; i < filled; i++) {
            items.add(row[i]);
        }
        filled = start;
        return items;
    }

    private void push(Object value) {
        if (filled == row.length) {
            row = Arrays.copyOf(row, 2 * filled);
        }
        row[filled++] = value;
    }

    private void deeper() {
        if (++depth > Json.MAX_DEPTH) {
            throw GIVES_UP;
        }
    }

    private String name() {
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

    private byte afterColon() {
        if (next() != ':') {
            throw GIVES_UP;
        }
        return next();
    }

    /** The string whose opening quote is behind us. */
    private String string() {
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

    private Object number(byte first) {
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

    private Object word(String word, Object meaning) {
        for (int i = 1; i < word.length(); i++) {
            if (text[at++] != word.charAt(i)) {
                throw GIVES_UP;
            }
        }
        return meaning;
    }

    /** The next byte that is not blank. */
    private byte next() {
        byte c = text[at++];
        while (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
            c = text[at++];
        }
        return c;
    }

    private boolean isAtTheEnd() {
        while (at < text.length) {
            byte c = text[at++];
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
                return false;
            }
        }
        return true;
    }
}
