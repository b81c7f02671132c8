package dev.sluice.template.builtin;

import dev.sluice.template.python.Characters;
import dev.sluice.template.python.Rendering;

/** {@code striptags}: without comments and tags, blanks run together, entities as what they stand for. */
final class Tags {
    private Tags() {}

    static String strip(Rendering rendering, String text) {
        rendering.string(text.length());
        String bare = without(without(text, "<!--", "-->"), "<", ">");
        StringBuilder words = new StringBuilder(bare.length());
        boolean blank = false;
        for (int i = 0; i < bare.length(); i++) {
            char character = bare.charAt(i);
            if (Characters.isSpace(character)) {
                blank = words.length() > 0;
            } else {
                words.append(blank ? " " : "").append(character);
                blank = false;
            }
        }
        rendering.string(words.length());
        return Entities.unescape(words.toString());
    }

    private static String without(String text, String open, String close) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (int start = text.indexOf(open); start >= 0; start = text.indexOf(open, from)) {
            int end = text.indexOf(close, start);
            if (end < 0) {
                break;
            }
            out.append(text, from, start);
            from = end + close.length();
        }
        return out.append(text, from, text.length()).toString();
    }
}
