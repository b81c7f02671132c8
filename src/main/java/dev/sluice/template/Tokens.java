package dev.sluice.template;

import java.util.List;

/** The tokens of a template, one after the other, and how deep the parser is inside of it. */
final class Tokens {
    /** Deeper nesting of brackets, operators and tags together is refused: parsing and rendering recurse that deep. */
    private static final int DEEPEST = 100;

    private final Source source;
    private final List<Token> tokens;
    private int next;
    private int depth;
    private int deepest;

    Tokens(Source source) {
        this.source = source;
        this.tokens = Lexer.tokens(source);
    }

    Token current() {
        return tokens.get(next);
    }

    Token look() {
        return tokens.get(Math.min(next + 1, tokens.size() - 1));
    }

    /** The current token, which is passed. */
    Token take() {
        Token token = current();
        if (token.kind() != Kind.END) {
            next++;
        }
        return token;
    }

    boolean at(Kind kind) {
        return current().kind() == kind;
    }

    boolean at(String name) {
        return current().is(name);
    }

    boolean skip(Kind kind) {
        boolean there = at(kind);
        if (there) {
            next++;
        }
        return there;
    }

    boolean skip(String name) {
        boolean there = at(name);
        if (there) {
            next++;
        }
        return there;
    }

    Token expect(Kind kind) {
        if (!at(kind)) {
            throw unexpected(
                    kind.ordinal() < Kind.NAME.ordinal() || kind.ordinal() > Kind.FLOAT.ordinal()
                            ? "'" + kind.words + "'"
                            : kind.words);
        }
        return take();
    }

    void expect(String name) {
        if (!skip(name)) {
            throw unexpected("'" + name + "'");
        }
    }

    /** Says what should stand where something else does. */
    TemplateException unexpected(String expected) {
        return error(
                current(),
                "Here should be " + expected + ", and there is " + current().words() + ".");
    }

    TemplateException error(Token at, String message) {
        return source.error(at.at(), message);
    }

    TemplateException error(int at, String message) {
        return source.error(at, message);
    }

    int line(int at) {
        return source.line(at);
    }

    /** One level of nesting deeper; each is followed by {@link #up}. */
    void down() {
        if (++depth > DEEPEST) {
            throw error(current(), "The template nests deeper than " + DEEPEST + " levels here.");
        }
        deepest = Math.max(deepest, depth);
    }

    void up() {
        depth--;
    }

    /** Runs a part of the parser, and gives how many levels deeper than now it has been. */
    int levels(Runnable parsing) {
        int before = deepest;
        deepest = depth;
        parsing.run();
        int levels = deepest - depth + 1;
        deepest = Math.max(before, deepest);
        return levels;
    }
}
