package dev.sluice.template;

import java.util.ArrayList;
import java.util.List;

/** Cuts the source into text and tags, minding comments, raw sections and whitespace control. */
final class Lexer {
    private final Source source;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(Source source) {
        this.source = source;
        this.text = source.text();
    }

    static List<Token> tokens(Source source) {
        Lexer lexer = new Lexer(source);
        while (lexer.at < lexer.text.length()) {
            lexer.next();
        }
        lexer.tokens.add(Token.of(Kind.END, lexer.text.length()));
        return lexer.tokens;
    }

    private void next() {
        int begin = tag();
        if (begin < 0) {
            data(at, text.length(), false);
            at = text.length();
            return;
        }
        int inside = begin + 2;
        boolean signed = inside < text.length() && (text.charAt(inside) == '-' || text.charAt(inside) == '+');
        data(at, begin, signed && text.charAt(inside) == '-');
        at = signed ? inside + 1 : inside;
        char opened = text.charAt(begin + 1);
        if (opened == '#') {
            comment(begin);
        } else if (opened == '{') {
            inside(Kind.VARIABLE_BEGIN, Kind.VARIABLE_END, begin);
        } else if (!raw(begin)) {
            inside(Kind.BLOCK_BEGIN, Kind.BLOCK_END, begin);
        }
    }

    /** Where the next tag begins, or -1. */
    private int tag() {
        for (int i = text.indexOf('{', at); i >= 0 && i + 1 < text.length(); i = text.indexOf('{', i + 1)) {
            char second = text.charAt(i + 1);
            if (second == '{' || second == '%' || second == '#') {
                return i;
            }
        }
        return -1;
    }

    private void data(int from, int to, boolean strip) {
        int end = to;
        while (strip && end > from && Characters.isSpace(text.charAt(end - 1))) {
            end--;
        }
        if (end > from) {
            tokens.add(new Token(Kind.DATA, text.substring(from, end), null, from));
        }
    }

    private void comment(int begin) {
        int end = text.indexOf("#}", at);
        if (end < 0) {
            throw source.error(begin, "The comment that begins here has no end; write #} behind it.");
        }
        boolean strip = end > at && text.charAt(end - 1) == '-';
        at = strip ? skipSpace(end + 2) : end + 2;
    }

    private boolean raw(int begin) {
        int name = skipSpace(at);
        if (!text.startsWith("raw", name)) {
            return false;
        }
        int start = tagEnd(skipSpace(name + 3), false);
        if (start < 0) {
            return false;
        }
        for (int i = text.indexOf("{%", start); i >= 0; i = text.indexOf("{%", i + 1)) {
            char sign = i + 2 < text.length() ? text.charAt(i + 2) : ' ';
            int word = skipSpace(sign == '-' || sign == '+' ? i + 3 : i + 2);
            int end = text.startsWith("endraw", word) ? tagEnd(skipSpace(word + 6), true) : -1;
            if (end >= 0) {
                data(start, i, sign == '-');
                at = end;
                return true;
            }
        }
        throw source.error(begin, "The raw section that begins here has no end; write {% endraw %} behind it.");
    }

    /** Behind a {@code %}} that stands there, or -1. */
    private int tagEnd(int from, boolean plusAllowed) {
        if (text.startsWith("-%}", from)) {
            return skipSpace(from + 3);
        }
        if (plusAllowed && text.startsWith("+%}", from)) {
            return from + 3;
        }
        return text.startsWith("%}", from) ? from + 2 : -1;
    }

    private void inside(Kind begin, Kind end, int from) {
        tokens.add(Token.of(begin, from));
        at = new TagLexer(source, tokens, end).lex(at);
    }

    private int skipSpace(int from) {
        return Characters.skipSpace(text, from);
    }
}
