package dev.sluice.payload;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Names of fields that came by lately, found by their bytes, so that the same name is not made again for each object.
 * What it gives is interned, like the names in our code, and compares by identity. As large as it is made and no larger;
 * threads that meet in one place overwrite each other, which costs a name made twice.
 */
final class FieldNames {
    private static final int PLACES = 1 << 11;
    private static final int LONGEST = 64;

    private static final Known[] KNOWN = new Known[PLACES];

    private record Known(byte[] ascii, String name) {}

    private FieldNames() {}

    /** The name that stands between two places of a text, which must be ASCII. */
    static String of(byte[] text, int from, int to) {
        if (to - from > LONGEST) {
            return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
        }
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + text[i];
        }
        int place = (hash ^ (hash >>> 11)) & (PLACES - 1);
        Known known = KNOWN[place];
        if (known != null && Arrays.equals(known.ascii, 0, known.ascii.length, text, from, to)) {
            return known.name;
        }
        byte[] ascii = Arrays.copyOfRange(text, from, to);
        String name = new String(ascii, StandardCharsets.ISO_8859_1).intern();
        KNOWN[place] = new Known(ascii, name);
        return name;
    }
}
