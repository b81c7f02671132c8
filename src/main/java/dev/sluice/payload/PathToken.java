package dev.sluice.payload;

import java.util.List;

/** One step of a path: which keys it follows, and which of the values there it keeps. */
final class PathToken {
    final Kind kind;

    /** The text before the first bracket, interned so that {@link Fields} finds it by identity. */
    final String matcher;

    /** The list index that a numeric literal stands for, or -1. */
    final int index;

    /** Null where the step keeps every value; an empty list keeps every list and map. */
    final List<PathCondition> conditions;

    /** Whether the step follows one named key only: without braces and brackets. */
    final boolean simple;

    PathToken(String matcher, List<PathCondition> conditions) {
        this.matcher = matcher.intern();
        this.conditions = conditions;
        this.simple = conditions == null && matcher.indexOf('{') < 0;
        NumericText number = NumericText.of(matcher);
        this.kind = switch (matcher) {
            case "{n}" -> Kind.NUMBERS;
            case "{s}" -> Kind.TEXTS;
            case "{*}" -> Kind.ALL;
            default -> number == null ? Kind.NAME : Kind.NUMBER;
        };
        this.index = number != null && number.real >= 0 && number.real < Integer.MAX_VALUE && number.real % 1 == 0
                ? (int) number.real
                : -1;
    }

    boolean follows(String key) {
        return switch (kind) {
            case ALL -> true;
            case NUMBERS -> NumericText.isNumeric(key);
            case TEXTS -> !NumericText.isIntegerKey(key);
            case NUMBER -> LooseComparison.equal(key, matcher);
            case NAME -> key.equals(matcher);
        };
    }

    /** Whether it follows the index of a list. */
    boolean follows(int listIndex) {
        return kind == Kind.NUMBERS || kind == Kind.ALL || (kind == Kind.NUMBER && listIndex == index);
    }

    /** Whether a value is kept; only lists and maps can meet conditions. */
    boolean keeps(Object value) {
        if (conditions == null) {
            return true;
        }
        if (!PhpArray.is(value)) {
            return false;
        }
        for (PathCondition condition : conditions) {
            if (!condition.test(value)) {
                return false;
            }
        }
        return true;
    }

    enum Kind {
        /** A name that is no number: one key. */
        NAME,
        /** A number: all keys of that value, be they written 1 or 01. */
        NUMBER,
        /** {@code {n}}: all numeric keys. */
        NUMBERS,
        /** {@code {s}}: all keys but whole numbers. */
        TEXTS,
        /** {@code {*}}: all keys. */
        ALL
    }
}
