package dev.sluice.template.builtin;

import dev.sluice.template.python.Cases;
import dev.sluice.template.python.Characters;
import java.util.Set;
import java.util.regex.Pattern;

/** What {@code urlize} takes for the address of a page or a mailbox. */
final class Addresses {
    private static final Set<String> DOMAINS_WITHOUT_SCHEME =
            Set.of("com", "net", "int", "edu", "gov", "org", "info", "mil");
    private static final Pattern IP_4 = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}");
    private static final Pattern IP_6 = Pattern.compile("\\[(?:[0-9a-f]{0,4}:){2}(?:[0-9a-f]{0,4}:?){1,6}]");
    private static final int LONGEST_IP_6 = 64;

    private Addresses() {}

    static boolean isWeb(String text) {
        int scheme = schemeEnd(text);
        int end = scheme;
        while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String host = Cases.lower(withoutPort(text.substring(scheme, end)));
        if (scheme > 0) {
            return isHost(host)
                    || IP_4.matcher(host).matches()
                    || host.length() < LONGEST_IP_6 && IP_6.matcher(host).matches();
        }
        return host.startsWith("www.") && isHost(host.substring(4)) || isWellKnown(host);
    }

    private static int schemeEnd(String text) {
        if (text.regionMatches(true, 0, "http://", 0, 7)) {
            return 7;
        }
        return text.regionMatches(true, 0, "https://", 0, 8) ? 8 : 0;
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        int digits = host.length() - colon - 1;
        boolean port = colon >= 0
                && !host.endsWith("]")
                && digits >= 1
                && digits <= 5
                && host.substring(colon + 1).chars().allMatch(Character::isDigit);
        return port ? host.substring(0, colon) : host;
    }

    private static boolean isHost(String host) {
        String[] labels = host.split("\\.", -1);
        for (int i = 0; i < labels.length - 1; i++) {
            if (!isLabel(labels[i], 1, Integer.MAX_VALUE)) {
                return false;
            }
        }
        String top = labels[labels.length - 1];
        if (top.startsWith("xn--") && top.indexOf('-', 4) < 0 && isLabel(top, 6, 63)) {
            return true;
        }
        return top.length() >= 2 && top.length() <= 63 && top.chars().allMatch(it -> it >= 'a' && it <= 'z');
    }

    private static boolean isWellKnown(String host) {
        String[] labels = host.split("\\.", -1);
        for (int i = 0; i < labels.length - 1; i++) {
            if (!isLabel(labels[i], 2, 63)) {
                return false;
            }
        }
        return labels.length > 1 && DOMAINS_WITHOUT_SCHEME.contains(labels[labels.length - 1]);
    }

    private static boolean isLabel(String label, int least, int most) {
        return label.length() >= least
                && label.length() <= most
                && label.codePoints().allMatch(it -> Characters.isWord(it) || "_%-".indexOf(it) >= 0);
    }

    static boolean isMail(String text) {
        int at = text.lastIndexOf('@');
        int dot = text.lastIndexOf('.');
        return at > 0
                && dot > at + 1
                && isWord(text.codePointAt(at + 1))
                && text.substring(at + 1, dot).codePoints().allMatch(it -> isWord(it) || it == '.' || it == '-')
                && Characters.all(text.substring(dot + 1), Addresses::isWord);
    }

    private static boolean isWord(int character) {
        return character == '_' || Characters.isWord(character);
    }
}
