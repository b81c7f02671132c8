package dev.sluice.payload;

/** The data as it was at one moment, to tell afterwards what was changed. */
public final class Snapshot {
    /** How many values are looked at; a larger payload costs more than knowing what a module did to it is worth. */
    private static final int MOST_VALUES = 50_000;

    private final Object before;

    private Snapshot(Object before) {
        this.before = before;
    }

    /** Of the data as it is now, filters ignored. */
    public static Snapshot of(Payload payload) {
        return new Snapshot(new Copies(MOST_VALUES).of(payload.data()));
    }

    /** What is different now; {@link Patch#UNKNOWN} where the data is too large to tell. */
    public Patch compare(Payload now) {
        if (before == null) {
            return Patch.UNKNOWN;
        }
        return new Comparison().between(before, now.data());
    }
}
