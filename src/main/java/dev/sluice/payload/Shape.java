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

    /** The last name as it stands between quotes in a text; null where it cannot stand there without an escape. */
    private final byte[] lastBytes;

    /** The same with the quote behind it as two numbers, for names of up to fifteen bytes; bits beyond them are 0. */
    private final long lastLow;

    private final long lastHigh;
    private final long maskLow;
    private final long maskHigh;

    private final AtomicInteger family;

    /** Which shape came of this one last by a further field; a guess for the parser. */
    private Shape likely;

    private volatile Shape[] longer = {};
    private volatile Shorter[] shorter = {};

    /** Open addressing by the hash of the name: number of the field plus one, 0 for a free place. */
    private volatile byte[] places;

    private record Shorter(int gone, Shape rest) {}

    private Shape(String[] names, AtomicInteger family) {
        this.names = names;
        lastBytes = names.length == 0 || lastName().chars().anyMatch(Shape::isEscaped)
                ? null
                : lastName().getBytes(StandardCharsets.UTF_8);
        this.family = family;
        boolean fits = lastBytes != null && lastBytes.length < 2 * Long.BYTES;
        byte[] quoted = fits ? Arrays.copyOf(lastBytes, 2 * Long.BYTES) : new byte[2 * Long.BYTES];
        if (fits) {
            quoted[lastBytes.length] = '"';
        }
        lastLow = (long) JsonTokens.EIGHT.get(quoted, 0);
        lastHigh = (long) JsonTokens.EIGHT.get(quoted, Long.BYTES);
        int length = fits ? lastBytes.length + 1 : 0;
        maskLow = mask(length);
        maskHigh = mask(length - Long.BYTES);
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

    /** What a further field would most likely lead to, or null. */
    Shape likely() {
        return likely;
    }

    /** Whether the last name stands at a place of a text, its closing quote behind it. */
    boolean endsAsNamed(byte[] text, int at) {
        if (maskLow != 0 && at + 2 * Long.BYTES <= text.length) {
            // Most names are short, and two comparisons of eight bytes cost less than a call for so few.
            return (((long) JsonTokens.EIGHT.get(text, at) ^ lastLow) & maskLow) == 0
                    && (maskHigh == 0
                            || (((long) JsonTokens.EIGHT.get(text, at + Long.BYTES) ^ lastHigh) & maskHigh) == 0);
        }
        if (lastBytes == null) {
            return false;
        }
        int end = at + lastBytes.length;
        return end < text.length && text[end] == '"' && Arrays.equals(text, at, end, lastBytes, 0, lastBytes.length);
    }

    /** How many bytes the last name takes in a text. */
    int lastLength() {
        return lastBytes.length;
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
                likely = known;
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
        likely = made;
        return made;
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
