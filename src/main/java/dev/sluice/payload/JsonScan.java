package dev.sluice.payload;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the JSON that platforms write, in a third of the time that a parser takes which must be ready for everything.
 * It is ready for little: whatever it does not expect, from a number of 20 digits to any error, it gives up, and
 * {@link Json} reads the whole text with its parser, which finds the words. So it never takes what the parser refuses.
 *
 * <p>What stands as it stood in the object before ({@link JsonBefore}) is not read again. Of the rest most time goes into
 * names of fields, so they are not read but compared with what the last object of the same {@link Shape} had in this
 * place; and into strings, which are made of their bytes at once where no escape is in them.
 */
final class JsonScan {
    /** What comes of a text that has something unexpected in it. */
    static final Object UNEXPECTED = new Object();

    private static final int TOLD_AT = 4096;

    private final JsonTokens tokens;
    private int depth;

    /** The values of the objects that are open, one behind the other. */
    private Object[] row = new Object[64];

    private int filled;

    private final Allowance allowance;

    /** Values that were made and not told yet. */
    private int made;

    /** What was read last, by depth. */
    private final JsonBefore[] before = new JsonBefore[Json.MAX_DEPTH + 1];

    private final byte[] text;

    private JsonScan(byte[] text, Allowance allowance) {
        this.text = text;
        this.allowance = allowance;
        tokens = new JsonTokens(text);
    }

    /** The value that fills the whole text, or {@link #UNEXPECTED}. */
    static Object read(byte[] utf8, Allowance allowance) {
        try {
            JsonScan scan = new JsonScan(utf8, allowance);
            Object value = scan.value(scan.tokens.next());
            return scan.tokens.isAtTheEnd() ? value : UNEXPECTED;
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
        if (next != '"') {
            throw JsonTokens.GIVES_UP;
        }
        JsonBefore before = before();
        do {
            int field = filled - start;
            int again = before.again(field, tokens.at());
            if (again > 0) {
                shape = take(before, field, again);
                field += again;
            }
            int begin = tokens.at();
            Shape longer = tokens.pass(shape);
            if (longer == null) {
                String name = tokens.name();
                tokens.colon();
                longer = shape.find(name) >= 0 ? null : shape.plus(name);
                if (longer == null) {
                    before.forget();
                    return manyNames(shape, start, name);
                }
            }
            shape = longer;
            before.enter(field, begin, shape);
            push(value(tokens.next()));
        } while (tokens.goesOn());
        depth--;
        int size = filled - start;
        made(size);
        Object[] values = new Object[roomFor(size)];
        System.arraycopy(row, start, values, 0, size);
        filled = start;
        before.complete(values, size);
        return new Fields(shape, values);
    }

    /** For one field more, as each attribute will get; arrays take even numbers of references, so it mostly costs nothing. */
    private static int roomFor(int size) {
        return size + 2 & ~1;
    }

    /** Takes fields over from the object before; gives the shape they lead to. */
    private Shape take(JsonBefore before, int field, int count) {
        while (filled + count > row.length) {
            widen();
        }
        tokens.skip(before.take(field, count, tokens.at(), row, filled));
        filled += count;
        return before.shape(field + count - 1);
    }

    private JsonBefore before() {
        JsonBefore known = before[depth];
        if (known == null) {
            known = new JsonBefore(text);
            before[depth] = known;
        }
        return known;
    }

    /** The rest of an object that keeps its names itself, because a name came twice or because they are too many. */
    private Fields manyNames(Shape begun, int start, String firstName) {
        Fields fields = new Fields(2 * (filled - start) + 8);
        for (int i = start; i < filled; i++) {
            fields.append(begun.names[i - start], row[i]);
        }
        filled = start;
        fields.put(firstName, value(tokens.next()));
        while (tokens.goesOn()) {
            String name = tokens.name();
            tokens.colon();
            fields.put(name, value(tokens.next()));
            made(1);
        }
        depth--;
        return fields.trimmed();
    }

    private List<Object> array() {
        deeper();
        byte next = tokens.next();
        if (next == ']') {
            depth--;
            return new ArrayList<>(0);
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
        made(filled - start);
        List<Object> items = new ArrayList<>(filled - start);
        for (int i = start; i < filled; i++) {
            items.add(row[i]);
        }
        filled = start;
        return items;
    }

    private void push(Object value) {
        if (filled == row.length) {
            widen();
        }
        row[filled++] = value;
    }

    private void made(int values) {
        made += values;
        if (made >= TOLD_AT) {
            allowance.take(made);
            made = 0;
        }
    }

    private void widen() {
        allowance.take(row.length);
        row = Arrays.copyOf(row, 2 * row.length);
    }

    private void deeper() {
        if (++depth > Json.MAX_DEPTH) {
            throw JsonTokens.GIVES_UP;
        }
    }
}
