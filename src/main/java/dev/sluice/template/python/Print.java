package dev.sluice.template.python;

/** Values as text, as Python's {@code str()} and {@code repr()} have it. */
public final class Print {
    private Print() {}

    /** {@code str(value)}; undefined gives "". A string comes back as it is, without a copy. */
    public static String str(Rendering rendering, Object value) {
        throw new UnsupportedOperationException("python");
    }

    /** {@code repr(value)}. */
    public static String repr(Rendering rendering, Object value) {
        throw new UnsupportedOperationException("python");
    }
}
