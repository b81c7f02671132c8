package dev.sluice.module;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code ${secret:name}} in the text of a parameter. While a workflow runs, a mark stands for it that nobody can guess, so
 * that the same words in the data of an event stay words; whoever sends the text puts the value in the place of the mark.
 * Marks are letters and digits only, which no encoding changes; what nobody can guess in them are digits, so that no change
 * of case hides them.
 */
public final class SecretMarks {
    private static final Pattern WRITTEN = Pattern.compile("\\$\\{secret:([A-Za-z0-9][A-Za-z0-9._-]{0,62})}");
    private static final int NONCE_BYTES = 16;
    private static final int NONCE_DIGITS = 39;

    /** What stands before the path of an address: scheme, user, host and port. */
    private static final Pattern BEFORE_PATH = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[/\\\\]*[^/?#\\\\]*");

    private static final Pattern BREAKS = Pattern.compile("[\\t\\r\\n]");

    // Not at class initialisation: a native file would carry one made when it was built.
    private static volatile Marks marks;

    private SecretMarks() {}

    private record Marks(String nonce, String begin, Pattern pattern) {
        static Marks fresh() {
            byte[] random = new byte[NONCE_BYTES];
            new SecureRandom().nextBytes(random);
            String nonce = String.format("%0" + NONCE_DIGITS + "d", new BigInteger(1, random));
            String begin = "sluice" + nonce + "x";
            return new Marks(nonce, begin, Pattern.compile(begin + "((?:[0-9a-f]{2})+)x"));
        }
    }

    private static Marks marks() {
        Marks known = marks;
        if (known == null) {
            synchronized (SecretMarks.class) {
                if (marks == null) {
                    marks = Marks.fresh();
                }
                known = marks;
            }
        }
        return known;
    }

    /** The names of secrets that a parameter as it was written asks for. */
    public static List<String> names(String written) {
        List<String> names = new ArrayList<>();
        Matcher found = WRITTEN.matcher(written);
        while (found.find()) {
            names.add(found.group(1));
        }
        return names;
    }

    /** The text with marks for its secrets. */
    static String marked(String written) {
        return written.contains("${secret:") ? WRITTEN.matcher(written).replaceAll(it -> mark(it.group(1))) : written;
    }

    private static String mark(String name) {
        return marks().begin() + HexFormat.of().formatHex(name.getBytes(StandardCharsets.US_ASCII)) + "x";
    }

    /** Whether any parameter asked for a secret, ever. */
    public static boolean wereMade() {
        return marks != null;
    }

    /** Whether a text has marks in it. */
    public static boolean areIn(String text) {
        Marks known = marks;
        return known != null && text.contains(known.begin());
    }

    /** Whether something changed a mark in a text, so that it stands for nothing and must not become known. */
    public static boolean areBrokenIn(String text) {
        Marks known = marks;
        return known != null
                && text.contains(known.nonce())
                && known.pattern().matcher(text).replaceAll("").contains(known.nonce());
    }

    /** Whether a text is one mark and nothing else. */
    public static boolean isOne(String text) {
        return areIn(text) && marks().pattern().matcher(text).matches();
    }

    /**
     * Why a secret cannot stand where it does in an address, for the user; "" where all stand well. One that is the host
     * would be told to name servers, and repeated by every message about the call.
     */
    public static String misplaced(String address) {
        String read = BREAKS.matcher(address.strip()).replaceAll("");
        Matcher before = BEFORE_PATH.matcher(read);
        if (isOne(read) || !before.lookingAt() || !areIn(before.group())) {
            return "";
        }
        Matcher mark = marks().pattern().matcher(before.group());
        return "The secret " + (mark.find() ? "`" + name(mark) + "`" : "")
                + " stands in the host, user or port of the address, where everybody on the way would read it. Put it"
                + " behind the host, or let the address as a whole be a secret; a user and password go into a header, as"
                + " Authorization: Basic ${secret:login}.";
    }

    /** The text as it was written, for people; what is left of a mark that was changed is hidden. */
    public static String shown(String text) {
        String shown = filled(text, name -> "${secret:" + name + "}");
        Marks known = marks;
        return known == null ? shown : shown.replace(known.nonce(), "***");
    }

    /** The text with something in the place of each mark. */
    public static String filled(String text, UnaryOperator<String> valueOf) {
        if (!areIn(text)) {
            return text;
        }
        return marks().pattern().matcher(text).replaceAll(it -> Matcher.quoteReplacement(valueOf.apply(name(it))));
    }

    private static String name(MatchResult mark) {
        return new String(HexFormat.of().parseHex(mark.group(1)), StandardCharsets.US_ASCII);
    }
}
