package dev.sluice.template.builtin;

import dev.sluice.template.python.Characters;
import java.util.ArrayList;
import java.util.List;

/** The pieces of a line that wrapping keeps together: blanks, words, halves of hyphenated words, dashes. */
final class Chunks {
    private final String line;

    private Chunks(String line) {
        this.line = line;
    }

    static List<String> of(String line, boolean breakOnHyphens) {
        Chunks chunks = new Chunks(line);
        List<String> parts = new ArrayList<>();
        int start = 0;
        while (start < line.length()) {
            int end = chunks.end(start, breakOnHyphens);
            parts.add(line.substring(start, end));
            start = end;
        }
        return parts;
    }

    private int end(int start, boolean breakOnHyphens) {
        int end = start + 1;
        if (isBreak(start)) {
            while (end < line.length() && isBreak(end)) {
                end++;
            }
            return end;
        }
        if (breakOnHyphens && isDash(start)) {
            return hyphens(start);
        }
        while (end < line.length() && !isBreak(end) && !(breakOnHyphens && mayBreak(start, end))) {
            end++;
        }
        return end;
    }

    private boolean mayBreak(int start, int end) {
        return isDash(end) || end - start >= 2 && line.charAt(end - 1) == '-' && isWithinWord(end);
    }

    /** Two letters, or a letter, a hyphen and a letter, before the hyphen; and after it two letters, or the same. */
    private boolean isWithinWord(int end) {
        boolean before = isLetter(end - 2) && (isLetter(end - 3) || charAt(end - 3) == '-' && isLetter(end - 4));
        return before && isLetter(end) && (isLetter(end + 1) || charAt(end + 1) == '-' && isLetter(end + 2));
    }

    /** Whether two hyphens or more stand there between words. */
    private boolean isDash(int at) {
        if (charAt(at) != '-' || charAt(at + 1) != '-' || at == 0) {
            return false;
        }
        char before = line.charAt(at - 1);
        return (isWord(at - 1) || "!\"'&.,?".indexOf(before) >= 0) && isWord(hyphens(at));
    }

    private int hyphens(int start) {
        int end = start;
        while (charAt(end) == '-') {
            end++;
        }
        return end;
    }

    private char charAt(int at) {
        return at >= 0 && at < line.length() ? line.charAt(at) : ' ';
    }

    private boolean isBreak(int at) {
        char character = charAt(at);
        return character == ' ' || character >= '\t' && character <= '\r';
    }

    private boolean isWord(int at) {
        int character = at >= 0 && at < line.length() ? line.codePointAt(at) : ' ';
        return character == '_' || Characters.isWord(character);
    }

    private boolean isLetter(int at) {
        return isWord(at) && !Character.isDigit(charAt(at));
    }
}
