package dev.sluice.payload;

import java.nio.charset.StandardCharsets;

/** Strings of JSON that have more in them than ASCII: escapes, and UTF-8. */
final class JsonText {
    private static final char REPLACEMENT = '\uFFFD';

    private JsonText() {}

    /**
     * The string between two places of a text, its quotes not included; null where it is better left to a parser that
     * knows all of JSON: half a surrogate pair, bytes that are not UTF-8, an escape that does not exist.
     */
    static String decode(byte[] text, int from, int to) {
        byte[] plain = new byte[to - from];
        int length = 0;
        for (int i = from; i < to; ) {
            byte c = text[i++];
            if (c != '\\') {
                plain[length++] = c;
                continue;
            }
            c = text[i++];
            if (c != 'u') {
                byte meant = meant(c);
                if (meant == 0) {
                    return null;
                }
                plain[length++] = meant;
                continue;
            }
            int unit = hex(text, i, to);
            i += 4;
            if (Character.isHighSurrogate((char) unit) && i + 1 < to && text[i] == '\\' && text[i + 1] == 'u') {
                int low = hex(text, i + 2, to);
                i += 6;
                unit = low >= 0 && Character.isLowSurrogate((char) low)
                        ? Character.toCodePoint((char) unit, (char) low)
                        : -1;
            }
            if (unit < 0 || (unit >= Character.MIN_SURROGATE && unit <= Character.MAX_SURROGATE)) {
                return null;
            }
            length = encode(unit, plain, length);
        }
        String decoded = new String(plain, 0, length, StandardCharsets.UTF_8);
        return decoded.indexOf(REPLACEMENT) < 0 ? decoded : null;
    }

    private static byte meant(byte escaped) {
        return switch (escaped) {
            case '"', '\\', '/' -> escaped;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> 0;
        };
    }

    /** The four hexadecimal digits from there, or -1. */
    private static int hex(byte[] text, int from, int to) {
        int value = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = i < to ? Character.digit(text[i], 16) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    /** Writes a code point in UTF-8, which is shorter than any escape of it; gives the new length. */
    private static int encode(int point, byte[] into, int at) {
        int length = at;
        if (point < 0x80) {
            into[length++] = (byte) point;
        } else if (point < 0x800) {
            into[length++] = (byte) (0xC0 | point >> 6);
            into[length++] = (byte) (0x80 | point & 0x3F);
        } else if (point < 0x10000) {
            into[length++] = (byte) (0xE0 | point >> 12);
            into[length++] = (byte) (0x80 | point >> 6 & 0x3F);
            into[length++] = (byte) (0x80 | point & 0x3F);
        } else {
            into[length++] = (byte) (0xF0 | point >> 18);
            into[length++] = (byte) (0x80 | point >> 12 & 0x3F);
            into[length++] = (byte) (0x80 | point >> 6 & 0x3F);
            into[length++] = (byte) (0x80 | point & 0x3F);
        }
        return length;
    }
}
