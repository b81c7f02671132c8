package dev.sluice.template;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Cuts what stands between the braces of one tag into names, literals and operators. */
final class TagLexer {
    private final Source source;
    private final String text;
    private final List<Token> tokens;
    private final Kind end;
    private final Deque<Kind> open = new ArrayDeque<>();

    TagLexer(Source source, List<Token> tokens, Kind end) {
        this.source = source;
        this.text = source.text();
        this.tokens = tokens;
        this.end = end;
    }

    /** @return where the source goes on behind the tag */
    int lex(int from) {
        int at = from;
        while (at < text.length()) {
            int behind = open.isEmpty() ? end(at) : -1;
            if (behind >= 0) {
                tokens.add(Token.of(end, at));
                return behind;
            }
            at = Characters.isSpace(text.charAt(at)) ? at + 1 : token(at);
        }
        return at;
    }

    private int end(int at) {
        if (text.startsWith(end.words, at)) {
            return at + 2;
        }
        if (text.charAt(at) == '-' && text.startsWith(end.words, at + 1)) {
            return Characters.skipSpace(text, at + 3);
        }
        boolean keeping = end == Kind.BLOCK_END && text.charAt(at) == '+' && text.startsWith(end.words, at + 1);
        return keeping ? at + 3 : -1;
    }

    private int token(int at) {
        char first = text.charAt(at);
        if (first >= '0' && first <= '9') {
            return number(at);
        }
        int behind = Characters.skipName(text, at);
        if (behind > at) {
            return name(at, behind);
        }
        if (first == '"' || first == '\'') {
            return string(at, first);
        }
        Kind operator = Kind.operator(text, at);
        if (operator == null) {
            throw source.error(
                    at, "The character '" + Character.toString(text.codePointAt(at)) + "' means nothing here.");
        }
        balance(operator, at);
        tokens.add(Token.of(operator, at));
        return at + operator.words.length();
    }

    private int number(int at) {
        NumberLiteral number = NumberLiteral.at(source, at);
        Kind kind = number.value() instanceof Double ? Kind.FLOAT : Kind.INTEGER;
        tokens.add(new Token(kind, "", number.value(), at));
        return number.end();
    }

    private int name(int at, int behind) {
        if (text.charAt(at) != '_' && !Character.isUnicodeIdentifierStart(text.codePointAt(at))) {
            throw source.error(at, "'" + text.substring(at, behind) + "' is not a name.");
        }
        tokens.add(new Token(Kind.NAME, text.substring(at, behind), null, at));
        return behind;
    }

    private int string(int at, char quote) {
        int i = at + 1;
        while (i < text.length() && text.charAt(i) != quote) {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        if (i >= text.length()) {
            throw source.error(at, "The string that begins here has no end; close it with " + quote + ".");
        }
        tokens.add(new Token(Kind.STRING, "", StringLiteral.value(source, at + 1, i), at));
        return i + 1;
    }

    private void balance(Kind operator, int at) {
        switch (operator) {
            case LEFT_BRACE -> open.push(Kind.RIGHT_BRACE);
            case LEFT_PARENTHESIS -> open.push(Kind.RIGHT_PARENTHESIS);
            case LEFT_BRACKET -> open.push(Kind.RIGHT_BRACKET);
            case RIGHT_BRACE, RIGHT_PARENTHESIS, RIGHT_BRACKET -> {
                if (open.isEmpty()) {
                    throw source.error(at, "The '" + operator.words + "' closes nothing.");
                }
                Kind expected = open.pop();
                if (operator != expected) {
                    throw source.error(
                            at, "The '" + operator.words + "' stands where '" + expected.words + "' should.");
                }
            }
            default -> {}
        }
    }
}
