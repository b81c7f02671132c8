package dev.sluice.outside.misp;

import java.util.regex.Pattern;

/** MISP looks tags up with SQL's LIKE: what means something there has to be escaped. */
final class Like {
    private static final Pattern SPECIAL = Pattern.compile("[\\\\%_]");

    private Like() {}

    static boolean isSpecial(String text) {
        return SPECIAL.matcher(text).find();
    }

    static String escaped(String text) {
        return SPECIAL.matcher(text).replaceAll("\\\\$0");
    }
}
