package dev.sluice.template;

import java.util.Arrays;

/** What a token can be, with the words an error has for it. */
enum Kind {
    DATA("text"),
    VARIABLE_BEGIN("{{"),
    VARIABLE_END("}}"),
    BLOCK_BEGIN("{%"),
    BLOCK_END("%}"),
    END("the end of the template"),
    NAME("a name"),
    STRING("a string"),
    INTEGER("an integer"),
    FLOAT("a float"),
    FLOOR_DIVIDE("//"),
    POWER("**"),
    EQUAL("=="),
    NOT_EQUAL("!="),
    GREATER_OR_EQUAL(">="),
    LESS_OR_EQUAL("<="),
    ADD("+"),
    SUBTRACT("-"),
    DIVIDE("/"),
    MULTIPLY("*"),
    MODULO("%"),
    TILDE("~"),
    LEFT_BRACKET("["),
    RIGHT_BRACKET("]"),
    LEFT_PARENTHESIS("("),
    RIGHT_PARENTHESIS(")"),
    LEFT_BRACE("{"),
    RIGHT_BRACE("}"),
    GREATER(">"),
    LESS("<"),
    ASSIGN("="),
    DOT("."),
    COLON(":"),
    PIPE("|"),
    COMMA(","),
    SEMICOLON(";");

    private static final Kind[] OPERATORS = Arrays.copyOfRange(values(), FLOOR_DIVIDE.ordinal(), values().length);

    final String words;

    Kind(String words) {
        this.words = words;
    }

    /** The operator that begins there, the longest first, or null. */
    static Kind operator(String text, int at) {
        for (Kind kind : OPERATORS) {
            if (text.startsWith(kind.words, at)) {
                return kind;
            }
        }
        return null;
    }
}
