package dev.sluice.payload;

/** Finds the field of a name among many: open addressing by the hash of the name. */
final class NameIndex {
    /** The number of a field plus one, 0 for a free place; at least half of the places are free. */
    private final int[] places;

    NameIndex(String[] names, int size) {
        places = new int[Integer.highestOneBit(size * 2) * 2];
        for (int i = 0; i < size; i++) {
            enter(names, i);
        }
    }

    /** The number of the field, or -1. */
    int find(String[] names, Object name) {
        int mask = places.length - 1;
        for (int at = spread(name.hashCode()) & mask; places[at] != 0; at = (at + 1) & mask) {
            int field = places[at] - 1;
            if (names[field].equals(name)) {
                return field;
            }
        }
        return -1;
    }

    /** Whether there was room for one more. */
    boolean enter(String[] names, int field) {
        if ((field + 1) * 2 > places.length) {
            return false;
        }
        int mask = places.length - 1;
        int at = spread(names[field].hashCode()) & mask;
        while (places[at] != 0) {
            at = (at + 1) & mask;
        }
        places[at] = field + 1;
        return true;
    }

    /** Brings the high bits of a hash down to where a place is chosen by. */
    static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ (mixed >>> 16);
    }
}
