package dev.sluice.template.python;

import java.util.Locale;

/** Upper, lower, title case and folding, with the mappings that change the length. */
public final class Cases {
    private static final int CAPITAL_SIGMA = 0x3A3;

    private Cases() {}

    public static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    public static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    static String capitalize(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            out.append(i == 0 ? title(character) : lower(text, i, character));
            i += Character.charCount(character);
        }
        return out.toString();
    }

    static String title(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean inWord = false;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            out.append(inWord ? lower(text, i, character) : title(character));
            inWord = isCased(character);
            i += Character.charCount(character);
        }
        return out.toString();
    }

    static String swap(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            if (Character.isUpperCase(character)) {
                out.append(lower(text, i, character));
            } else if (Character.isLowerCase(character)) {
                out.append(upper(Character.toString(character)));
            } else {
                out.appendCodePoint(character);
            }
            i += Character.charCount(character);
        }
        return out.toString();
    }

    static String fold(String text) {
        if (Text.isAscii(text)) {
            return lower(text);
        }
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (character == 0x131) {
                out.appendCodePoint(character);
            } else {
                upper(Character.toString(character))
                        .codePoints()
                        .forEach(it -> out.append(lower(Character.toString(it))));
            }
        });
        return out.toString();
    }

    private static String title(int character) {
        int simple = Character.toTitleCase(character);
        String upper = upper(Character.toString(character));
        if (simple != character || upper.length() == Character.charCount(character)) {
            return Character.toString(simple);
        }
        int first = upper.offsetByCodePoints(0, 1);
        return upper.substring(0, first) + lower(upper.substring(first));
    }

    private static String lower(String text, int at, int character) {
        if (character == CAPITAL_SIGMA) {
            boolean after = at > 0 && isCased(text.codePointBefore(at));
            boolean before = at + 1 < text.length() && isCased(text.codePointAt(at + 1));
            return after && !before ? "\u03c2" : "\u03c3";
        }
        return character < 128
                ? String.valueOf((char) Character.toLowerCase(character))
                : lower(Character.toString(character));
    }

    static boolean isCased(int character) {
        return Character.isUpperCase(character) || Character.isLowerCase(character) || Character.isTitleCase(character);
    }

    static boolean isLower(String text) {
        return text.codePoints().anyMatch(Character::isLowerCase)
                && text.codePoints().noneMatch(it -> Character.isUpperCase(it) || Character.isTitleCase(it));
    }

    static boolean isUpper(String text) {
        return text.codePoints().anyMatch(Character::isUpperCase)
                && text.codePoints().noneMatch(it -> Character.isLowerCase(it) || Character.isTitleCase(it));
    }

    static boolean isTitle(String text) {
        boolean inWord = false;
        boolean any = false;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            if (Character.isUpperCase(character) || Character.isTitleCase(character)) {
                if (inWord) {
                    return false;
                }
                inWord = true;
                any = true;
            } else if (Character.isLowerCase(character)) {
                if (!inWord) {
                    return false;
                }
            } else {
                inWord = false;
            }
            i += Character.charCount(character);
        }
        return any;
    }
}
