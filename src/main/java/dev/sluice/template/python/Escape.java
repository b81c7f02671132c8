package dev.sluice.template.python;

/** HTML escaping as MarkupSafe does it. */
public final class Escape {
    private Escape() {}

    /** {@code &}, {@code <}, {@code >}, {@code "} and {@code '} as entities; the same string when there is none. */
    public static String html(String text) {
        throw new UnsupportedOperationException("python");
    }

    /** {@code escape(value)}: markup stays, all else is printed and escaped. */
    public static Markup escape(Rendering rendering, Object value) {
        throw new UnsupportedOperationException("python");
    }
}
