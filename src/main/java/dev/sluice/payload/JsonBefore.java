package dev.sluice.payload;

import java.util.ArrayList;
import java.util.Arrays;

/**
 * What {@link JsonScan} remembers of the object it read last at one depth. The items of a list are much alike: where the
 * same bytes stand again from the beginning of a field on, the same fields follow, and their values are taken as they are.
 */
final class JsonBefore {
    private static final int FIELDS = 24;

    /** How many bytes are compared at once, so that lists among long texts do not have these compared again and again. */
    private static final int STRETCH = 2048;

    private final byte[] text;

    /** Where the name of each field begins, behind its opening quote; of an object half read, up to there its own. */
    private int[] begins = new int[FIELDS];

    /** The shape that each field led to. */
    private Shape[] shapes = new Shape[FIELDS];

    private Object[] values;

    /** How many fields it has that may be compared with; the last one never is, because no name comes behind it. */
    private int known;

    JsonBefore(byte[] text) {
        this.text = text;
    }

    /** How many fields from a number on stand at a place of the text, the opening quote of the next one included. */
    int again(int field, int at) {
        if (field >= known - 1) {
            return 0;
        }
        int from = begins[field];
        int most = Math.min(Math.min(begins[known - 1] - from, STRETCH), text.length - Long.BYTES - at);
        int same = 0;
        while (same < most) {
            long different =
                    (long) JsonTokens.EIGHT.get(text, from + same) ^ (long) JsonTokens.EIGHT.get(text, at + same);
            if (different != 0) {
                same += Long.numberOfTrailingZeros(different) >>> 3;
                break;
            }
            same += Long.BYTES;
        }
        int end = field;
        while (end < known - 1 && begins[end + 1] - from <= same && isShared(values[end])) {
            end++;
        }
        return end - field;
    }

    /** Of lists and objects each is its own, however alike they are. The parser makes no others. */
    private static boolean isShared(Object value) {
        // A test for an interface, as List, takes as long as reading some fields.
        return !(value instanceof Fields || value instanceof ArrayList);
    }

    /** Takes over fields that stand again at a place; gives the length of their text. */
    int take(int field, int count, int at, Object[] row, int filled) {
        System.arraycopy(values, field, row, filled, count);
        int shift = at - begins[field];
        for (int i = field; i < field + count; i++) {
            begins[i] += shift;
        }
        return begins[field + count] + shift - at;
    }

    Shape shape(int field) {
        return shapes[field];
    }

    /** A field that was read, and leads to a shape. */
    void enter(int field, int begin, Shape shape) {
        if (field == begins.length) {
            begins = Arrays.copyOf(begins, 2 * field);
            shapes = Arrays.copyOf(shapes, 2 * field);
        }
        begins[field] = begin;
        if (shapes[field] != shape) {
            shapes[field] = shape;
            known = Math.min(known, field + 1);
        }
    }

    /** The object is read; these are its values, behind each other from the first place on. */
    void complete(Object[] values, int size) {
        this.values = values;
        known = size;
    }

    /** The object is of no use for comparing. */
    void forget() {
        known = 0;
    }
}
