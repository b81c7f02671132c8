package dev.sluice.payload;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the conditions in the bracketed part of a path token. Text between and around them is passed over, as in the
 * original; {@link #ignored} tells whether there was any.
 */
final class ConditionText {
    private final String text;
    private final List<PathCondition> found = new ArrayList<>();
    private boolean ignored;
    private int end;

    private ConditionText(String text) {
        this.text = text;
    }

    static ConditionText parse(String text) {
        ConditionText parsed = new ConditionText(text);
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) == '[' && parsed.condition(at)) {
                at = parsed.end;
            } else {
                parsed.ignored = true;
                at++;
            }
        }
        return parsed;
    }

    List<PathCondition> conditions() {
        return found;
    }

    boolean ignored() {
        return ignored;
    }

    private boolean condition(int open) {
        int first = open + 1;
        int operator = first;
        while (operator < text.length() && "=<>!".indexOf(text.charAt(operator)) < 0) {
            operator++;
        }
        if (operator == first) {
            return false;
        }
        int close = text.indexOf(']', first + 1);
        if (close >= 0 && close < operator) {
            found.add(new PathCondition(text.substring(first, close), null, null));
            end = close + 1;
            return true;
        }
        if (operator == text.length()) {
            return false;
        }
        int attributeEnd = operator;
        while (attributeEnd > first + 1 && isSpace(text.charAt(attributeEnd - 1))) {
            attributeEnd--;
        }
        return comparison(text.substring(first, attributeEnd), operator);
    }

    private boolean comparison(String attribute, int at) {
        boolean equals = at + 1 < text.length() && text.charAt(at + 1) == '=';
        if (equals && text.charAt(at) != '=' && value(attribute, at, at + 2)) {
            return true;
        }
        return text.charAt(at) != '!' && value(attribute, at, at + 1);
    }

    private boolean value(String attribute, int operator, int operatorEnd) {
        int start = operatorEnd;
        while (start < text.length() && isSpace(text.charAt(start))) {
            start++;
        }
        int valueEnd = regexEnd(start);
        if (valueEnd < 0) {
            if (start > operatorEnd && start < text.length() && text.charAt(start) == ']') {
                // white space only: the last of it is the value
                start--;
            }
            valueEnd = text.indexOf(']', start);
            if (valueEnd <= start) {
                return false;
            }
        }
        found.add(new PathCondition(attribute, text.substring(operator, operatorEnd), text.substring(start, valueEnd)));
        end = valueEnd + 1;
        return true;
    }

    /** The end of {@code /.../} right before a closing bracket, or -1; the regular expression may hold brackets. */
    private int regexEnd(int start) {
        if (start >= text.length() || text.charAt(start) != '/') {
            return -1;
        }
        int slash = text.indexOf("/]", start + 1);
        int newline = text.indexOf('\n', start);
        return slash < 0 || (newline >= 0 && newline < slash) ? -1 : slash + 1;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }
}
