package dev.sluice.store;

/** Checks of short texts that users give. */
final class Texts {
    private Texts() {}

    static String orElse(String given, String otherwise, String what, int most) {
        String text = given == null || given.isBlank() ? otherwise : given;
        if (text.length() > most) {
            throw new InvalidException(
                    "The " + what + " may have at most " + most + " characters; it has " + text.length() + ".");
        }
        return text;
    }
}
