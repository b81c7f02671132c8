package dev.sluice.payload;

import java.util.function.IntConsumer;

/** Reads the body of a PCRE code point by code point, or byte by byte without the flag u. */
final class PcreReader {
    private final String body;
    private int at;

    PcreReader(String body) {
        this.body = body;
    }

    boolean atEnd() {
        return at >= body.length();
    }

    int next() {
        int c = body.codePointAt(at);
        at += Character.charCount(c);
        return c;
    }

    /** The next code point without reading it, or -1. */
    int peek() {
        return atEnd() ? -1 : body.codePointAt(at);
    }

    boolean skip(char expected) {
        if (peek() == expected) {
            at++;
            return true;
        }
        return false;
    }

    boolean skip(String expected) {
        if (body.startsWith(expected, at)) {
            at += expected.length();
            return true;
        }
        return false;
    }

    /** Reads on behind the next {@code c}, or to the end; false when there is none. */
    boolean skipPast(char c) {
        int found = body.indexOf(c, at);
        at = found < 0 ? body.length() : found + 1;
        return found >= 0;
    }

    /** Reads up to and without {@code c}; null when there is none. */
    String until(char c) {
        int found = body.indexOf(c, at);
        if (found < 0) {
            return null;
        }
        String text = body.substring(at, found);
        at = found + 1;
        return text;
    }

    String word() {
        int start = at;
        while (!atEnd() && (Character.isLetterOrDigit(peek()) || peek() == '_')) {
            next();
        }
        return body.substring(start, at);
    }

    /** Reads at most {@code most} digits of a base. */
    String digits(int base, int most) {
        int start = at;
        while (!atEnd() && at - start < most && peek() < 0x80 && Character.digit(peek(), base) >= 0) {
            at++;
        }
        return body.substring(start, at);
    }

    /** Hands out the characters up to {@code \E} or the end. */
    void quoted(IntConsumer literal) {
        while (!atEnd() && !skip("\\E")) {
            literal.accept(next());
        }
    }

    /** Reads on behind an opening brace when {@code n}, {@code n,} or {@code n,m} and a closing one follow, or null. */
    Repetition repetition() {
        int start = at;
        String least = digits(10, 6);
        String most = skip(',') ? digits(10, 6) : least;
        if (least.isEmpty() || !skip('}')) {
            at = start;
            return null;
        }
        int count = Math.max(Integer.parseInt(least), most.isEmpty() ? 0 : Integer.parseInt(most));
        return new Repetition("{" + body.substring(start, at), count);
    }

    /** A code point as RE2 writes it literally. */
    static String literal(int c) {
        boolean plain = c >= 0x80 || Character.isLetterOrDigit(c) || c == '_' || c == ' ';
        return plain ? Character.toString(c) : c < 0x20 || c == 0x7F ? String.format("\\x%02x", c) : "\\" + (char) c;
    }

    /** A counted quantifier: its text, and the larger of its numbers. */
    record Repetition(String text, int most) {}
}
