package dev.sluice.outside;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What must not be written down: values whose names say that they are secret. */
final class Secrets {
    static final String HIDDEN = "***";

    private static final Pattern NAME = Pattern.compile(
            "auth(?!ors?$)|cookie|token|secret|passw|passphrase|pwd|credential|signature|session"
                    + "|(^|[^a-z])(sig|pass)([^a-z]|$)|key$|(^|[^a-z])key[^a-z]",
            Pattern.CASE_INSENSITIVE);

    private Secrets() {}

    /** The value of a header or parameter, or what stands for it. */
    static String shown(String name, String value) {
        return NAME.matcher(name).find() ? HIDDEN : value;
    }

    /** A query, encoded, with the values of secret parameters hidden. */
    static String shownQuery(String query) {
        return Arrays.stream(query.split("&", -1)).map(Secrets::shownPair).collect(Collectors.joining("&"));
    }

    private static String shownPair(String pair) {
        int equals = pair.indexOf('=');
        if (equals < 0) {
            return pair;
        }
        String name = pair.substring(0, equals);
        String decoded = new String(PercentCode.decode(name), StandardCharsets.UTF_8);
        return name + "=" + shown(decoded, pair.substring(equals + 1));
    }
}
