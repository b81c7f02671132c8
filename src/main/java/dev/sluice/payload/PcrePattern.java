package dev.sluice.payload;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.nio.charset.StandardCharsets;

/**
 * A regular expression as PHP writes it, {@code /ip-.*}{@code /i}, matched in time linear in the text. What does not
 * compile, or needs backtracking, matches nothing and says so in {@link #problem}.
 *
 * <p>Without the flag u PHP looks at bytes. Bytes beyond ASCII stand as characters of a private area here, where no case
 * folding reaches them.
 */
final class PcrePattern {
    private static final String FLAGS = "imsxuUDASXJn \n\r";
    private static final int BYTES = 0xE000;

    private final Pattern compiled;
    private final boolean unicode;
    private final String problem;

    private PcrePattern(Pattern compiled, boolean unicode, String problem) {
        this.compiled = compiled;
        this.unicode = unicode;
        this.problem = problem;
    }

    /** Never throws. */
    static PcrePattern of(String delimited) {
        try {
            return compile(delimited);
        } catch (Unsupported e) {
            return broken(delimited, e.getMessage());
        } catch (PatternSyntaxException e) {
            return broken(delimited, "it does not compile: " + e.getDescription());
        }
    }

    /** Why it matches nothing, as a sentence, or null for a sound one. */
    String problem() {
        return problem;
    }

    boolean find(String text) {
        return compiled != null
                && compiled.matcher(unicode ? text : bytes(text)).find();
    }

    private static PcrePattern broken(String delimited, String why) {
        return new PcrePattern(
                null, false, "The regular expression " + delimited + " matches nothing here: " + why + ".");
    }

    private static PcrePattern compile(String delimited) {
        int start = 0;
        while (start < delimited.length() && isSpace(delimited.charAt(start))) {
            start++;
        }
        if (start == delimited.length()) {
            throw new Unsupported("it is empty");
        }
        char open = delimited.charAt(start);
        if (Character.isLetterOrDigit(open) || open == '\\' || open == 0 || open > 0x7E) {
            throw new Unsupported("it has to stand between delimiters, as in /ip-src/");
        }
        int bracket = "([{<".indexOf(open);
        int end = end(delimited, start + 1, open, bracket < 0 ? open : ")]}>".charAt(bracket));
        String flags = delimited.substring(end + 1);
        for (int i = 0; i < flags.length(); i++) {
            if (FLAGS.indexOf(flags.charAt(i)) < 0) {
                throw new Unsupported("unknown flag '" + flags.charAt(i)
                        + "' behind the closing delimiter; a delimiter inside has to be written \\" + open);
            }
        }
        boolean unicode = flags.indexOf('u') >= 0;
        String body = delimited.substring(start + 1, end);
        String translated = new PcreTranslation(unicode ? body : bytes(body), flags).translate();
        return new PcrePattern(Pattern.compile(translated), unicode, null);
    }

    private static int end(String delimited, int from, char open, char close) {
        int depth = 1;
        for (int i = from; i < delimited.length(); i++) {
            char c = delimited.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == close && --depth == 0) {
                return i;
            } else if (c == open && open != close) {
                depth++;
            }
        }
        throw new Unsupported("the closing delimiter " + close + " is missing");
    }

    private static String bytes(String text) {
        int ascii = 0;
        while (ascii < text.length() && text.charAt(ascii) < 0x80) {
            ascii++;
        }
        if (ascii == text.length()) {
            return text;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        char[] chars = new char[utf8.length];
        for (int i = 0; i < utf8.length; i++) {
            chars[i] = character(utf8[i] & 0xFF);
        }
        return new String(chars);
    }

    /** The character that stands for one byte. */
    static char character(int octet) {
        return (char) (octet < 0x80 ? octet : BYTES + octet);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    /** The rest of a sentence that says why a regular expression is not worked with. */
    static final class Unsupported extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unsupported(String message) {
            super(message, null, false, false);
        }
    }
}
