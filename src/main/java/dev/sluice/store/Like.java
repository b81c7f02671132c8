package dev.sluice.store;

import java.util.Locale;

/** Patterns for {@code like … escape '!'}. */
public final class Like {
    private Like() {}

    /** Matches lower-cased texts that contain what was typed, literally; everything for null. */
    public static String containing(String typed) {
        if (typed == null || typed.isEmpty()) {
            return "%";
        }
        String literal = typed.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
        return "%" + literal + "%";
    }
}
