package dev.sluice.template.python;

/** Filling up to a width in characters, counted before it is made. */
public final class Pads {
    private Pads() {}

    static String left(Rendering rendering, String text, int width, String fill) {
        return both(rendering, text, 0, missing(text, width), fill);
    }

    static String right(Rendering rendering, String text, int width, String fill) {
        return both(rendering, text, missing(text, width), 0, fill);
    }

    /** An odd one goes to the left when the width is odd. */
    static String center(Rendering rendering, String text, int width, String fill) {
        int missing = missing(text, width);
        int before = missing / 2 + (missing & width & 1);
        return both(rendering, text, before, missing - before, fill);
    }

    static int missing(String text, int width) {
        return Math.max(0, width - Text.length(text));
    }

    static String both(Rendering rendering, String text, int before, int after, String fill) {
        if (before + after == 0) {
            return text;
        }
        rendering.string(text.length() + ((long) before + after) * fill.length());
        return fill.repeat(before) + text + fill.repeat(after);
    }

    /** Refuses to let a text grow beyond what one may have. */
    public static void within(Rendering rendering, CharSequence growing) {
        if (growing.length() > rendering.limits().output()) {
            rendering.string(growing.length());
        }
    }
}
