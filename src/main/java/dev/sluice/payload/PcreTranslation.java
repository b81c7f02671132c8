package dev.sluice.payload;

import dev.sluice.payload.PcrePattern.Unsupported;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Rewrites the body of a PCRE into the syntax of RE2. Only whether a text matches is of interest, so groups capture
 * nothing. What RE2 cannot do in linear time is refused: lookaround, backreferences, atomic groups, possessive quantifiers,
 * recursion.
 */
final class PcreTranslation {
    /** Counted repetitions are written out by RE2; this bounds what nested ones may grow to, in atoms. */
    private static final int MAX_SIZE = 10_000;

    private static final int MAX_DEPTH = 250;

    private final PcreReader in;
    private final StringBuilder out = new StringBuilder();
    private final boolean unicode;
    private final boolean dollarEndOnly;
    private final boolean anchored;
    private final Deque<Group> open = new ArrayDeque<>();
    private Group group;

    /** How large the atom is that a quantifier would repeat; 0 where there is none. */
    private long atom;

    PcreTranslation(String body, String flags) {
        this.unicode = flags.indexOf('u') >= 0;
        this.in = new PcreReader(body);
        this.dollarEndOnly = flags.indexOf('D') >= 0;
        this.anchored = flags.indexOf('A') >= 0;
        this.group = new Group(
                flags.indexOf('i') >= 0, flags.indexOf('m') >= 0, flags.indexOf('s') >= 0, flags.indexOf('x') >= 0);
    }

    String translate() {
        if (anchored) {
            out.append("\\A");
        }
        out.append("(?").append(group.flags()).append(':');
        while (!in.atEnd()) {
            step(in.next());
        }
        if (!open.isEmpty()) {
            throw new Unsupported("a ( is never closed");
        }
        return out.append(')').toString();
    }

    private void step(int c) {
        switch (c) {
            case '\\' -> escape();
            case '[' -> emit(new PcreClass(in, unicode).translate());
            case '(' -> openGroup();
            case ')' -> closeGroup();
            case '|' -> {
                out.append('|');
                atom = 0;
            }
            case '.' -> emit(".");
            case '^' -> emit(group.multiline ? "(?m:^)" : "\\A");
            case '$' -> emit(group.multiline ? "(?m:$)" : dollarEndOnly ? "\\z" : "(?:\\n?\\z)");
            case '*', '+', '?' -> quantifier(String.valueOf((char) c), 1);
            case '{' -> braces();
            default -> {
                if (!group.extended || !skipped(c)) {
                    emit(PcreReader.literal(c));
                }
            }
        }
    }

    private boolean skipped(int c) {
        if (c == '#') {
            in.skipPast('\n');
            return true;
        }
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    private void emit(String text) {
        grow(1);
        out.append(text);
        atom = 1;
    }

    private void grow(long more) {
        group.size += more;
        if (group.size > MAX_SIZE) {
            throw new Unsupported("its repetitions multiply to more than " + MAX_SIZE + " steps");
        }
    }

    private void braces() {
        PcreReader.Repetition repetition = in.repetition();
        if (repetition == null) {
            emit("\\{");
        } else {
            quantifier(repetition.text(), Math.max(1, repetition.most()));
        }
    }

    private void quantifier(String text, int times) {
        if (atom == 0) {
            throw new Unsupported("there is nothing that " + text + " could repeat");
        }
        grow(atom * (times - 1));
        atom *= times;
        out.append(text);
        if (in.skip('+')) {
            throw new Unsupported("possessive quantifiers such as " + text + "+ are not supported");
        }
        if (in.skip('?')) {
            out.append('?');
        }
    }

    private void openGroup() {
        if (open.size() == MAX_DEPTH) {
            throw new Unsupported("its groups nest deeper than " + MAX_DEPTH);
        }
        if (in.skip("*")) {
            throw new Unsupported("control verbs such as (*UTF8) are not supported");
        }
        if (!in.skip("?")) {
            push(group.copy());
        } else if (in.skip("#")) {
            if (!in.skipPast(')')) {
                throw new Unsupported("a (?# comment is never closed");
            }
        } else if (in.skip("=") || in.skip("!") || in.skip("<=") || in.skip("<!")) {
            throw new Unsupported("lookahead and lookbehind are not supported");
        } else if (in.skip(">")) {
            throw new Unsupported("atomic groups (?> are not supported");
        } else if (in.skip("P<") || in.skip("<")) {
            named('>');
        } else if (in.skip("'")) {
            named('\'');
        } else {
            inlineFlags();
        }
    }

    private void named(char close) {
        String name = in.word();
        if (name.isEmpty() || Character.isDigit(name.charAt(0)) || !in.skip(close)) {
            throw new Unsupported("the name of a group is malformed");
        }
        push(group.copy());
    }

    private void inlineFlags() {
        Group inside = group.copy();
        boolean on = true;
        while (!in.atEnd()) {
            int c = in.next();
            switch (c) {
                case ':' -> {
                    push(inside);
                    return;
                }
                case ')' -> {
                    group.take(inside);
                    out.append("(?").append(group.flags()).append(')');
                    atom = 0;
                    return;
                }
                case '-' -> on = false;
                case '^' -> inside.reset();
                case 'i' -> inside.caseless = on;
                case 'm' -> inside.multiline = on;
                case 's' -> inside.dotAll = on;
                case 'x' -> inside.extended = on;
                case 'U', 'J', 'n' -> {
                    // greed, doubled names and captures do not change whether a text matches
                }
                default ->
                    throw new Unsupported("(?" + Character.toString(c)
                            + " (a reference, condition, recursion or unknown flag) is not supported");
            }
        }
        throw new Unsupported("a ( is never closed");
    }

    private void push(Group inside) {
        open.push(group);
        group = inside;
        out.append("(?").append(inside.flags()).append(':');
        atom = 0;
    }

    private void closeGroup() {
        if (open.isEmpty()) {
            throw new Unsupported("a ) has no ( before it");
        }
        long size = group.size + 1;
        group = open.pop();
        out.append(')');
        grow(size);
        atom = size;
    }

    private void escape() {
        if (in.atEnd()) {
            throw new Unsupported("it ends with a \\");
        }
        int c = in.next();
        if (c == 'Q') {
            in.quoted(literal -> emit(PcreReader.literal(literal)));
        } else if (c != 'E') {
            emit(PcreEscape.outsideClass(c, in, unicode));
        }
    }

    /** The flags that hold inside one group, and how large it has grown. */
    private static final class Group {
        private boolean caseless;
        private boolean multiline;
        private boolean dotAll;
        private boolean extended;
        private long size;

        Group(boolean caseless, boolean multiline, boolean dotAll, boolean extended) {
            this.caseless = caseless;
            this.multiline = multiline;
            this.dotAll = dotAll;
            this.extended = extended;
        }

        Group copy() {
            return new Group(caseless, multiline, dotAll, extended);
        }

        void take(Group other) {
            caseless = other.caseless;
            multiline = other.multiline;
            dotAll = other.dotAll;
            extended = other.extended;
        }

        void reset() {
            take(new Group(false, false, false, false));
        }

        String flags() {
            return (caseless ? "i" : "")
                    + (dotAll ? "s" : "")
                    + (caseless && dotAll ? "" : "-")
                    + (caseless ? "" : "i")
                    + (dotAll ? "" : "s");
        }
    }
}
