package dev.sluice.outside;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What must not be written down: values whose names say that they are secret, and paths that are keys to a chat. */
final class Secrets {
    static final String HIDDEN = "***";

    private static final Pattern NAME = Pattern.compile(
            "auth(?!ors?$)|cookie|token|secret|passw|passphrase|pwd|credential|signature|session"
                    + "|(^|[^a-z])(sig|pass)([^a-z]|$)|key$|(^|[^a-z])key[^a-z]",
            Pattern.CASE_INSENSITIVE);

    /** Teams, Mattermost, Discord and others: whoever knows what stands behind this can post. */
    private static final Pattern HOOK =
            Pattern.compile("(/(?:hooks|webhooks?|webhookb2)/).+", Pattern.CASE_INSENSITIVE);

    private static final Pattern SLACK_HOST =
            Pattern.compile("(^|\\.)slack(-gov)?\\.com\\.?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern SLACK_HOOK = Pattern.compile("^(/+[^/]+/).+");
    private static final Pattern TELEGRAM_HOST =
            Pattern.compile("(^|\\.)telegram\\.org\\.?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern BOT = Pattern.compile("/bot[^/]+", Pattern.CASE_INSENSITIVE);

    /** A bot on a server of one's own, known by the form of its token or by the method that follows. */
    private static final Pattern OWN_BOT =
            Pattern.compile("/bot(?:[^/]*(?::|%3[Aa])[^/]*|[^/]+(?=/[a-z]+[A-Z][A-Za-z]*$))");

    private Secrets() {}

    /** The value of a header or parameter, or what stands for it. */
    static String shown(String name, String value) {
        return NAME.matcher(name).find() ? HIDDEN : value;
    }

    /** A path, encoded, without the key to a chat that it may be. */
    static String shownPath(String host, String path) {
        String shown = HOOK.matcher(path).replaceAll("$1" + HIDDEN);
        if (SLACK_HOST.matcher(host).find()) {
            shown = SLACK_HOOK.matcher(shown).replaceAll("$1" + HIDDEN);
        }
        Pattern bot = TELEGRAM_HOST.matcher(host).find() ? BOT : OWN_BOT;
        return bot.matcher(shown).replaceAll("/bot" + HIDDEN);
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
