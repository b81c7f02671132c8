package dev.sluice.payload;

/** Counts what one path looks at in one call, so that a small drawing cannot keep a run busy for hours. */
final class Budget {
    private final HashPath path;
    private long looked;

    Budget(HashPath path) {
        this.path = path;
    }

    void look(int values) {
        looked += values;
        if (looked > HashPath.MAX_LOOKED_AT) {
            throw new PayloadException("The path \"" + path.excerpt() + "\" looks at more than "
                    + HashPath.MAX_LOOKED_AT + " values. Use fewer {n}, {s} and {*}, or name the keys.");
        }
    }
}
