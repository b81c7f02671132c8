package dev.sluice.outside;

import dev.sluice.payload.Fields;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What must not be written down: values whose names say that they are secret, and paths that are keys to a chat. */
public final class Secrets {
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

    private static final Pattern ADDRESS = Pattern.compile("\\s*https?://\\S+\\s*", Pattern.CASE_INSENSITIVE);

    /** One line of a text of headers. */
    private static final Pattern HEADER = Pattern.compile("(?m)^([A-Za-z0-9_-]+)(\\s*:\\s*)(\\S.*)$");

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

    /**
     * Settings of a module as they may be shown: maps and lists are copied, values whose names say that they are secret
     * are hidden, also in lines like {@code Authorization: ...} and in the paths, queries and users of addresses.
     */
    public static Object masked(Object settings) {
        if (settings instanceof Map<?, ?> map) {
            Fields copy = new Fields();
            map.forEach((name, value) -> copy.put(String.valueOf(name), masked(String.valueOf(name), value)));
            return copy;
        }
        if (settings instanceof List<?> list) {
            return list.stream().map(Secrets::masked).collect(Collectors.toCollection(ArrayList::new));
        }
        return settings instanceof String text ? maskedText(text) : settings;
    }

    private static Object masked(String name, Object value) {
        boolean worthHiding = value instanceof String text ? !text.isEmpty() : value instanceof Number;
        return worthHiding && NAME.matcher(name).find() ? HIDDEN : masked(value);
    }

    private static String maskedText(String text) {
        if (text.indexOf(':') < 0) {
            return text;
        }
        if (ADDRESS.matcher(text).matches()) {
            try {
                String shown = Target.parse(text).shown();
                return shown.contains(HIDDEN) ? shown : text;
            } catch (OutsideException e) {
                return text;
            }
        }
        return HEADER.matcher(text)
                .replaceAll(it -> Matcher.quoteReplacement(
                        NAME.matcher(it.group(1)).find() ? it.group(1) + it.group(2) + HIDDEN : it.group()));
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
