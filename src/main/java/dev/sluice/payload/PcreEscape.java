package dev.sluice.payload;

import dev.sluice.payload.PcrePattern.Unsupported;

/** What follows a backslash in a PCRE, written for RE2. */
final class PcreEscape {
    private static final int MAX_CODE_POINT = 0x10FFFF;

    private PcreEscape() {}

    static String outsideClass(int c, PcreReader in, boolean unicode) {
        return switch (c) {
            case 'A' -> "\\A";
            case 'z' -> "\\z";
            case 'Z' -> "(?:\\n?\\z)";
            case 'b' -> "\\b";
            case 'B' -> "\\B";
            case 'N' -> "[^\\n]";
            case 'R' -> "(?:\\r\\n|" + "[" + vertical(unicode) + "])";
            case 'X', 'C', 'G', 'K' -> throw new Unsupported("\\" + (char) c + " is not supported");
            case 'g', 'k', '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
                throw new Unsupported("backreferences such as \\" + (char) c + " are not supported");
            default -> {
                String set = set(c, in, unicode);
                yield set == null ? PcreReader.literal(character(c, in, unicode)) : set;
            }
        };
    }

    /** A set of characters such as {@code \d}, to stand alone; null where the escape is a single character. */
    static String set(int c, PcreReader in, boolean unicode) {
        if (c == 'p' || c == 'P') {
            return property(c, in, unicode);
        }
        String inside = inside(Character.toLowerCase(c), unicode);
        if (inside == null || c >= 0x80) {
            return null;
        }
        return (Character.isUpperCase(c) ? "[^" : "[") + inside + "]";
    }

    /** The contents that a set adds to a class; null where the escape is a single character. */
    static String setInClass(int c, PcreReader in, boolean unicode) {
        if (c == 'p' || c == 'P') {
            return property(c, in, unicode);
        }
        if (c >= 0x80 || inside(Character.toLowerCase(c), unicode) == null) {
            return null;
        }
        if (Character.isLowerCase(c)) {
            return inside(c, unicode);
        }
        return switch (c) {
            case 'D' -> unicode ? "\\P{Nd}" : "\\D";
            case 'W' -> {
                if (unicode) {
                    throw new Unsupported("\\W inside a class is not supported together with the flag u");
                }
                yield "\\W";
            }
            case 'S' ->
                unicode
                        ? "\\x{00}-\\x{08}\\x{0e}-\\x{1f}!-\\x{84}\\x{86}-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-"
                                + "\\x{1fff}\\x{200b}-\\x{2027}\\x{202a}-\\x{202e}\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}\\x{3001}-"
                                + "\\x{10ffff}"
                        : "\\x{00}-\\x{08}\\x{0e}-\\x{1f}!-\\x{10ffff}";
            default -> throw new Unsupported("\\" + (char) c + " inside a class is not supported");
        };
    }

    /** The code point that an escape stands for. */
    static int character(int c, PcreReader in, boolean unicode) {
        return switch (c) {
            case 'a' -> 0x07;
            case 'e' -> 0x1B;
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'c' -> control(in);
            case 'x' -> numbered(in.skip('{') ? in.until('}') : "0" + in.digits(16, 2), 16, unicode);
            case 'o' -> numbered(in.skip('{') ? in.until('}') : null, 8, unicode);
            case '0' -> numbered("0" + in.digits(8, 2), 8, unicode);
            default -> {
                if (c < 0x80 && Character.isLetterOrDigit(c)) {
                    throw new Unsupported("\\" + (char) c + " is not known");
                }
                yield c;
            }
        };
    }

    private static int control(PcreReader in) {
        int c = in.atEnd() ? -1 : in.next();
        if (c < 0x20 || c > 0x7E) {
            throw new Unsupported("\\c has to be followed by a printable character");
        }
        return Character.toUpperCase(c) ^ 0x40;
    }

    private static int numbered(String digits, int base, boolean unicode) {
        int code = -1;
        try {
            code = digits == null ? -1 : Integer.parseInt(digits, base);
        } catch (NumberFormatException malformed) {
            // told below
        }
        if (code < 0 || code > (unicode ? MAX_CODE_POINT : 0xFF)) {
            throw new Unsupported("the number of a character is malformed or too large"
                    + (unicode ? "" : "; beyond FF the flag u is needed"));
        }
        return unicode ? code : PcrePattern.character(code);
    }

    private static String property(int c, PcreReader in, boolean unicode) {
        if (!unicode) {
            throw new Unsupported("\\" + (char) c + " needs the flag u");
        }
        String name = in.skip('{') ? in.until('}') : in.atEnd() ? null : Character.toString(in.next());
        if (name == null || name.isEmpty()) {
            throw new Unsupported("the name behind \\" + (char) c + " is missing");
        }
        return "\\" + (char) c + "{" + (name.equals("L&") ? "L" : name) + "}";
    }

    private static String inside(int lower, boolean unicode) {
        return switch (lower) {
            case 'd' -> unicode ? "\\p{Nd}" : "0-9";
            case 'w' -> unicode ? "\\p{L}\\p{N}_" : "0-9A-Za-z_";
            case 's' -> unicode ? "\\t-\\r\\x{85}\\p{Z}" : "\\t-\\r ";
            case 'h' -> unicode ? "\\t\\p{Zs}\\x{180e}" : "\\t " + PcrePattern.character(0xA0);
            case 'v' -> vertical(unicode);
            default -> null;
        };
    }

    private static String vertical(boolean unicode) {
        return "\\n-\\r" + (unicode ? "\\x{85}\\x{2028}\\x{2029}" : PcrePattern.character(0x85));
    }
}
