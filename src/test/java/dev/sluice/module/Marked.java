package dev.sluice.module;

/** Texts as parameters that take secrets hand them to modules. */
public final class Marked {
    private Marked() {}

    /** The text with marks for its secrets. */
    public static String text(String written) {
        return SecretMarks.marked(written);
    }
}
