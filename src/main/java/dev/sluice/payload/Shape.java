package dev.sluice.payload;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The names of fields that many objects have alike, kept once for all of them: the thousand attributes of an event are a
 * thousand rows of values under one shape. A shape never changes; it knows the shapes that come of it by one more or one
 * less field, so that objects that are changed alike go on sharing.
 *
 * <p>Shapes are shared between threads and events. How many there are is bounded for each family, a root and all that
 * came of it; what goes beyond gets null and keeps its names itself. What the shapes remember is written without locks:
 * a lost note is found out again.
 */
final class Shape {
    private static final int MOST_FIELDS = 64;
    private static final int MOST_CHANGES = 32;
    private static final int MOST_IN_A_FAMILY = 4096;

    private static volatile Shape root = new Shape(new String[0], new AtomicInteger());

    /** In order. */
    final String[] names;

    /**
     * The last name with the quote and the colon behind it, as three numbers; bits beyond them are 0. For names of up to 22
     * bytes that need no escape, which is nearly all.
     */
    private final long low;

    private final long mid;
    private final long high;
    private final long lowMask;
    private final long midMask;
    private final long highMask;

    /** How many bytes these are; 0 for other names. */
    private final int spelled;

    private final AtomicInteger family;

    /** Which shapes came of this one lately by a further field: guesses for the parser. */
    private Shape likely;

    private Shape lessLikely;

    private volatile Shape[] longer = {};
    private volatile Shorter[] shorter = {};

    /** Open addressing by the hash of the name: number of the field plus one, 0 for a free place. */
    private volatile byte[] places;

    private record Shorter(int gone, Shape rest) {}

    private Shape(String[] names, AtomicInteger family) {
        this.names = names;
        this.family = family;
        byte[] name = names.length == 0 || lastName().chars().anyMatch(Shape::isEscaped)
                ? new byte[0]
                : (lastName() + "\":").getBytes(StandardCharsets.UTF_8);
        spelled = name.length <= 3 * Long.BYTES ? name.length : 0;
        byte[] spelling = Arrays.copyOf(name, 3 * Long.BYTES);
        lowMask = mask(spelled);
        midMask = mask(spelled - Long.BYTES);
        highMask = mask(spelled - 2 * Long.BYTES);
        low = (long) JsonTokens.EIGHT.get(spelling, 0) & lowMask;
        mid = (long) JsonTokens.EIGHT.get(spelling, Long.BYTES) & midMask;
        high = (long) JsonTokens.EIGHT.get(spelling, 2 * Long.BYTES) & highMask;
    }

    private static long mask(int bytes) {
        return bytes <= 0 ? 0 : bytes >= Long.BYTES ? -1L : -1L >>> (Long.SIZE - Byte.SIZE * bytes);
    }

    /** The shape of an object without fields. */
    static Shape empty() {
        Shape known = root;
        if (known.family.get() >= MOST_IN_A_FAMILY) {
            known = new Shape(new String[0], new AtomicInteger());
            root = known;
        }
        return known;
    }

    /** The number of the field, or -1. */
    int find(Object name) {
        byte[] places = this.places;
        if (places == null) {
            places = place();
        }
        int mask = places.length - 1;
        int hash = name.hashCode();
        for (int at = NameIndex.spread(hash) & mask; places[at] != 0; at = (at + 1) & mask) {
            int field = places[at] - 1;
            String candidate = names[field];
            if (candidate == name || (candidate.hashCode() == hash && candidate.equals(name))) {
                return field;
            }
        }
        return -1;
    }

    private byte[] place() {
        byte[] all = new byte[Math.max(4, Integer.highestOneBit(names.length) * 4)];
        int mask = all.length - 1;
        for (int i = 0; i < names.length; i++) {
            int at = NameIndex.spread(names[i].hashCode()) & mask;
            while (all[at] != 0) {
                at = (at + 1) & mask;
            }
            all[at] = (byte) (i + 1);
        }
        places = all;
        return all;
    }

    /** The shape with the field more that is named at a place of a text; null where that was not to be expected. */
    Shape expectedAt(byte[] text, int at) {
        Shape first = likely;
        if (first != null && first.isSpelledAt(text, at)) {
            return first;
        }
        Shape second = lessLikely;
        return second != null && second.isSpelledAt(text, at) ? second : null;
    }

    /** How many bytes the last name takes in a text where it was expected, with the quote and the colon behind it. */
    int spelled() {
        return spelled;
    }

    private boolean isSpelledAt(byte[] text, int at) {
        // Comparing eight bytes costs less than a call for so few.
        return lowMask != 0
                && at <= text.length - 3 * Long.BYTES
                && (((long) JsonTokens.EIGHT.get(text, at) ^ low) & lowMask) == 0
                && (midMask == 0 || (((long) JsonTokens.EIGHT.get(text, at + Long.BYTES) ^ mid) & midMask) == 0)
                && (highMask == 0 || (((long) JsonTokens.EIGHT.get(text, at + 2 * Long.BYTES) ^ high) & highMask) == 0);
    }

    private static boolean isEscaped(int c) {
        return c < ' ' || c == '"' || c == '\\' || Character.isSurrogate((char) c);
    }

    private String lastName() {
        return names[names.length - 1];
    }

    /** The shape with a field more, which must be a new one; null when its objects must keep their names themselves. */
    Shape plus(String name) {
        for (Shape known : longer) {
            if (known.lastName().equals(name)) {
                expect(known);
                return known;
            }
        }
        if (names.length == MOST_FIELDS || longer.length == MOST_CHANGES || !grows()) {
            return null;
        }
        String[] more = Arrays.copyOf(names, names.length + 1);
        more[names.length] = name;
        Shape made = new Shape(more, family);
        Shape[] all = Arrays.copyOf(longer, longer.length + 1);
        all[all.length - 1] = made;
        longer = all;
        expect(made);
        return made;
    }

    private void expect(Shape next) {
        if (likely != next) {
            lessLikely = likely;
            likely = next;
        }
    }

    /** The shape without one field; null when its objects must keep their names themselves. */
    Shape minus(int gone) {
        for (Shorter known : shorter) {
            if (known.gone == gone) {
                return known.rest;
            }
        }
        if (shorter.length == MOST_CHANGES || !grows()) {
            return null;
        }
        String[] fewer = new String[names.length - 1];
        System.arraycopy(names, 0, fewer, 0, gone);
        System.arraycopy(names, gone + 1, fewer, gone, fewer.length - gone);
        Shape made = new Shape(fewer, family);
        Shorter[] all = Arrays.copyOf(shorter, shorter.length + 1);
        all[all.length - 1] = new Shorter(gone, made);
        shorter = all;
        return made;
    }

    private boolean grows() {
        return family.get() < MOST_IN_A_FAMILY && family.incrementAndGet() <= MOST_IN_A_FAMILY;
    }
}
