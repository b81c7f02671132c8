package dev.sluice.payload;

import dev.sluice.payload.PcrePattern.Unsupported;

/** One bracketed class of a PCRE, written for RE2. */
final class PcreClass {
    private static final String WORDS =
            "alnum alpha ascii blank cntrl digit graph lower print punct space upper word xdigit";

    private final PcreReader in;
    private final boolean unicode;
    private final StringBuilder out = new StringBuilder("[");

    /** The first character of what may become a range, or -1. */
    private int pending = -1;

    private boolean range;

    PcreClass(PcreReader in, boolean unicode) {
        this.in = in;
        this.unicode = unicode;
    }

    /** Reads on behind the opening bracket up to and with the closing one. */
    String translate() {
        if (in.skip('^')) {
            out.append('^');
        }
        boolean first = true;
        while (!in.atEnd()) {
            int c = in.next();
            if (c == ']' && !first) {
                flush();
                return out.append(']').toString();
            }
            first = false;
            if (c == '\\') {
                escape();
            } else if (c == '[' && named()) {
                continue;
            } else if (c == '-' && pending >= 0 && !range && in.peek() != ']') {
                range = true;
            } else {
                single(c);
            }
        }
        throw new Unsupported("a [ is never closed");
    }

    private void escape() {
        if (in.atEnd()) {
            throw new Unsupported("a [ is never closed");
        }
        int c = in.next();
        if (c == 'Q') {
            in.quoted(this::single);
        } else if (c == 'b') {
            single('\b');
        } else if (c >= '1' && c <= '7') {
            throw new Unsupported("octal numbers inside a class have to begin with \\0");
        } else if (c != 'E') {
            String set = PcreEscape.setInClass(c, in, unicode);
            if (set == null) {
                single(PcreEscape.character(c, in, unicode));
            } else {
                flush();
                out.append(set);
            }
        }
    }

    /** Reads {@code [:alpha:]}; false where the bracket is a plain character. */
    private boolean named() {
        for (String word : WORDS.split(" ")) {
            boolean plain = in.skip(":" + word + ":]");
            if (plain || in.skip(":^" + word + ":]")) {
                flush();
                out.append(plain ? "[:" : "[:^").append(word).append(":]");
                return true;
            }
        }
        return false;
    }

    private void single(int c) {
        if (!range) {
            flush();
            pending = c;
            return;
        }
        if (c < pending) {
            throw new Unsupported("a range inside [ ] runs backwards");
        }
        out.append(PcreReader.literal(pending)).append('-').append(PcreReader.literal(c));
        pending = -1;
        range = false;
    }

    private void flush() {
        if (pending >= 0) {
            out.append(PcreReader.literal(pending));
        }
        if (range) {
            out.append("\\-");
        }
        pending = -1;
        range = false;
    }
}
