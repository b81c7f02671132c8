package dev.sluice.payload;

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

    private final JsonTokens tokens;
    private int depth;

    /** The values of the objects that are open, one behind the other. */
    private Object[] row = new Object[64];

    private int filled;

    private JsonScan(JsonTokens tokens) {
        this.tokens = tokens;
    }

    /** The value that fills the whole text, or {@link #UNEXPECTED}. */
    static Object read(byte[] utf8) {
        try {
            JsonTokens tokens = new JsonTokens(utf8);
            Object value = new JsonScan(tokens).value(tokens.next());
            return tokens.isAtTheEnd() ? value : UNEXPECTED;
        } catch (JsonTokens.GivesUp | ArrayIndexOutOfBoundsException e) {
            // Beyond the last byte there is nothing to look at, so nothing is checked for it on the way.
            return UNEXPECTED;
        }
    }

    private Object value(byte first) {
        switch (first) {
            case '"':
                return tokens.string();
            case '{':
                return object();
            case '[':
                return array();
            case 't':
                return tokens.word("true", Boolean.TRUE);
            case 'f':
                return tokens.word("false", Boolean.FALSE);
            case 'n':
                return tokens.word("null", null);
            default:
                return tokens.number(first);
        }
    }

    private Fields object() {
        deeper();
        int start = filled;
        Shape shape = Shape.empty();
        byte next = tokens.next();
        if (next == '}') {
            depth--;
            return new Fields();
        }
        while (true) {
            if (next != '"') {
                throw JsonTokens.GIVES_UP;
            }
            Shape likely = shape.likely();
            if (likely != null && tokens.passName(likely)) {
                shape = likely;
                next = tokens.afterColon();
            } else {
                String name = tokens.name();
                next = tokens.afterColon();
                Shape longer = shape.find(name) >= 0 ? null : shape.plus(name);
                if (longer == null) {
                    return manyNames(shape, start, name, next);
                }
                shape = longer;
            }
            push(value(next));
            next = tokens.next();
            if (next == '}') {
                depth--;
                Fields fields = new Fields(shape, Arrays.copyOfRange(row, start, filled));
                filled = start;
                return fields;
            }
            if (next != ',') {
                throw JsonTokens.GIVES_UP;
            }
            next = tokens.next();
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
            next = tokens.next();
            if (next == '}') {
                depth--;
                return fields.trimmed();
            }
            if (next != ',' || tokens.next() != '"') {
                throw JsonTokens.GIVES_UP;
            }
            name = tokens.name();
            next = tokens.afterColon();
        }
    }

    private List<Object> array() {
        deeper();
        byte next = tokens.next();
        if (next == ']') {
            depth--;
            return new ArrayList<>(2);
        }
        int start = filled;
        while (true) {
            push(value(next));
            next = tokens.next();
            if (next == ']') {
                depth--;
                return items(start);
            }
            if (next != ',') {
                throw JsonTokens.GIVES_UP;
            }
            next = tokens.next();
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
            throw JsonTokens.GIVES_UP;
        }
    }
}
