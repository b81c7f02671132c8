package dev.sluice.template;

/**
 * @param text of a name or of data, else empty
 * @param value of a string, integer or float, else null
 * @param at where it begins in the source
 */
record Token(Kind kind, String text, Object value, int at) {
    static Token of(Kind kind, int at) {
        return new Token(kind, "", null, at);
    }

    boolean is(String name) {
        return kind == Kind.NAME && text.equals(name);
    }

    /** As an error names it. */
    String words() {
        return kind == Kind.NAME
                ? "'" + text + "'"
                : kind.ordinal() >= Kind.END.ordinal() && kind.ordinal() <= Kind.FLOAT.ordinal()
                        ? kind.words
                        : "'" + kind.words + "'";
    }
}
