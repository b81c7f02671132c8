package dev.sluice.outside.secret;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A text in all the ways in which somebody may write it: each character as it is, percent-encoded, escaped as in JSON, or
 * as an entity of HTML. One by one, for no two libraries agree on which characters they encode.
 */
final class Spelled {
    /** JSON in JSON in JSON. */
    private static final int MOST_BACKSLASHES = 7;

    private static final int LONGEST_ENTITY = "&#x0010ffff;".length();

    private static final Map<Character, Integer> SHORT =
            Map.of('n', (int) '\n', 'r', (int) '\r', 't', (int) '\t', 'b', (int) '\b', 'f', (int) '\f');
    private static final Map<String, Integer> NAMED =
            Map.of("amp", (int) '&', "lt", (int) '<', "gt", (int) '>', "quot", (int) '"', "apos", (int) '\'');

    private final int[] characters;

    Spelled(String text) {
        characters = text.codePoints().toArray();
    }

    /** Where it ends in a text, if it begins there; else -1. Of several ends the last. */
    int end(String text, int from) {
        char first = text.charAt(from);
        if (first != characters[0] && "%\\&+".indexOf(first) < 0 && !Character.isHighSurrogate(first)) {
            return -1;
        }
        Set<Integer> ends = Set.of(from);
        for (int character : characters) {
            Set<Integer> further = new HashSet<>();
            for (int at : ends) {
                read(text, at, character, further);
            }
            if (further.isEmpty()) {
                return -1;
            }
            ends = further;
        }
        return ends.stream().mapToInt(it -> it).max().orElse(-1);
    }

    /** Adds where the character ends that begins there, in each way in which it can be read. */
    private static void read(String text, int at, int character, Set<Integer> ends) {
        if (at >= text.length()) {
            return;
        }
        if (text.codePointAt(at) == character) {
            ends.add(at + Character.charCount(character));
        }
        switch (text.charAt(at)) {
            case '+' -> {
                if (character == ' ') {
                    ends.add(at + 1);
                }
            }
            case '%' -> percent(text, at, character, ends);
            case '&' -> entity(text, at, character, ends);
            case '\\' -> escape(text, at, character, ends);
            default -> {}
        }
    }

    private static void percent(String text, int at, int character, Set<Integer> ends) {
        int end = at;
        for (byte each : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
            if (end >= text.length()
                    || text.charAt(end) != '%'
                    || number(text, end + 1, end + 3, 16) != (each & 0xFF)) {
                return;
            }
            end += 3;
        }
        ends.add(end);
    }

    private static void entity(String text, int at, int character, Set<Integer> ends) {
        int length =
                text.substring(at, Math.min(text.length(), at + LONGEST_ENTITY)).indexOf(';');
        if (length < 0) {
            return;
        }
        int end = at + length;
        int read = text.charAt(at + 1) != '#'
                ? NAMED.getOrDefault(text.substring(at + 1, end), -1)
                : text.charAt(at + 2) == 'x' || text.charAt(at + 2) == 'X'
                        ? number(text, at + 3, end, 16)
                        : number(text, at + 2, end, 10);
        if (read == character) {
            ends.add(end + 1);
        }
    }

    /** Behind its backslashes the character may be encoded once more, as in JSON that stands in a page. */
    private static void escape(String text, int at, int character, Set<Integer> ends) {
        int behind = at;
        while (behind < text.length() && behind - at < MOST_BACKSLASHES && text.charAt(behind) == '\\') {
            behind++;
            if (behind == text.length()) {
                return;
            }
            char letter = text.charAt(behind);
            if (text.codePointAt(behind) == character) {
                ends.add(behind + Character.charCount(character));
            }
            if (SHORT.getOrDefault(letter, -1) == character
                    || letter == 'x' && number(text, behind + 1, behind + 3, 16) == character) {
                ends.add(letter == 'x' ? behind + 3 : behind + 1);
            }
            if (letter == 'u') {
                units(text, behind, character, ends);
            } else if (letter == '&') {
                entity(text, behind, character, ends);
            } else if (letter == '%') {
                percent(text, behind, character, ends);
            }
        }
    }

    private static void units(String text, int at, int character, Set<Integer> ends) {
        int end = at;
        for (char unit : Character.toChars(character)) {
            while (end > at && end < text.length() && text.charAt(end) == '\\') {
                end++;
            }
            if (!text.startsWith("u", end) || number(text, end + 1, end + 5, 16) != unit) {
                return;
            }
            end += 5;
        }
        ends.add(end);
    }

    /** -1 where it is none. */
    private static int number(String text, int from, int to, int radix) {
        if (to > text.length() || from >= to || to - from > 9) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = Character.digit(text.charAt(i), radix);
            if (digit < 0) {
                return -1;
            }
            number = number * radix + digit;
            if (number > Character.MAX_CODE_POINT) {
                return -1;
            }
        }
        return number;
    }
}
