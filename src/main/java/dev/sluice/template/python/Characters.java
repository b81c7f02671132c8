package dev.sluice.template.python;

import java.util.function.IntPredicate;

/** The kinds of characters that Python tells apart. */
public final class Characters {
    /** Digits in the wider sense, as superscripts are, that are no decimal digits: first and last of each run. */
    private static final int[] OTHER_DIGITS = {
        0xB2, 0xB3, 0xB9, 0xB9, 0x1369, 0x1371, 0x19DA, 0x19DA, 0x2070, 0x2070, 0x2074, 0x2079, 0x2080, 0x2089, 0x2460,
        0x2468, 0x2474, 0x247C, 0x2488, 0x2490, 0x24EA, 0x24EA, 0x24F5, 0x24FD, 0x24FF, 0x24FF, 0x2776, 0x277E, 0x2780,
        0x2788, 0x278A, 0x2792, 0x10A40, 0x10A43, 0x10E60, 0x10E68, 0x11052, 0x1105A, 0x1F100, 0x1F10A
    };

    /** Ideographs that are numbers. */
    private static final String NUMERALS = "\u3405\u3483\u382a\u3b4d\u4e00\u4e03\u4e07\u4e09\u4e5d\u4e8c\u4e94\u4e96"
            + "\u4ebf\u4ec0\u4edf\u4ee8\u4f0d\u4f70\u5104\u5146\u5169\u516b\u516d\u5341\u5343\u5344\u5345\u534c\u53c1"
            + "\u53c2\u53c3\u53c4\u56db\u58f1\u58f9\u5e7a\u5efe\u5eff\u5f0c\u5f0d\u5f0e\u5f10\u62fe\u634c\u67d2\u6f06"
            + "\u7396\u767e\u8086\u842c\u8cae\u8cb3\u8d30\u9621\u9646\u964c\u9678\u96f6\uf96b\uf973\uf978\uf9b2\uf9d1"
            + "\uf9d3\uf9fd";

    private Characters() {}

    public static boolean isSpace(int character) {
        return character <= ' '
                ? character == ' ' || character >= 9 && character <= 13 || character >= 28
                : character >= 0x85
                        && (character == 0x85
                                || character == 0x2028
                                || character == 0x2029
                                || Character.getType(character) == Character.SPACE_SEPARATOR);
    }

    static boolean isLineEnd(int character) {
        return character >= 10 && character <= 13
                || character >= 28 && character <= 30
                || character == 0x85
                || character == 0x2028
                || character == 0x2029;
    }

    static boolean isDecimal(int character) {
        return Character.isDigit(character);
    }

    public static boolean isDigit(int character) {
        if (isDecimal(character)) {
            return true;
        }
        for (int i = 0; i < OTHER_DIGITS.length; i += 2) {
            if (character >= OTHER_DIGITS[i] && character <= OTHER_DIGITS[i + 1]) {
                return true;
            }
        }
        return false;
    }

    static boolean isNumeric(int character) {
        int type = Character.getType(character);
        return type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER
                || NUMERALS.indexOf(character) >= 0;
    }

    /** Letters, digits and numbers. */
    public static boolean isWord(int character) {
        return Character.isLetter(character) || isNumeric(character);
    }

    static boolean isIdentifier(String text) {
        return !text.isEmpty()
                && (text.charAt(0) == '_' || Character.isUnicodeIdentifierStart(text.codePointAt(0)))
                && text.codePoints()
                        .allMatch(it -> it == '_'
                                || Character.isUnicodeIdentifierPart(it) && !Character.isIdentifierIgnorable(it));
    }

    /** Whether there is any character, and all are such. */
    public static boolean all(String text, IntPredicate kind) {
        return !text.isEmpty() && text.codePoints().allMatch(kind);
    }
}
