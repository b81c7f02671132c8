package dev.sluice.outside.secret;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A value that nobody but some hosts may be told.
 *
 * @param hosts names in lower case, {@code *.example.org} for all below one, {@code http://} before those that may be told
 *     it although others can read along
 * @param strange what stands among the hosts and is none
 */
record Secret(String name, String value, List<String> hosts, List<String> strange) {
    private static final String READABLE = "http://";
    private static final Pattern SCHEME = Pattern.compile("^https?://");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    /** Whether a host may be told it; by name, for an address of it is looked at only later. */
    boolean isFor(String host) {
        return hosts.stream().anyMatch(it -> names(it, plain(host)));
    }

    /** Whether it may be told it where others can read along: without TLS, or with a certificate that nobody checks. */
    boolean isForReaders(String host) {
        String plain = plain(host);
        return hosts.stream()
                .filter(it -> names(it, plain))
                .anyMatch(it -> it.startsWith(READABLE)
                        || LOOPBACK.matcher(plain).matches()
                                && !SCHEME.matcher(it).lookingAt());
    }

    private static String plain(String host) {
        String asked = host.toLowerCase(Locale.ROOT);
        return asked.endsWith(".") ? asked.substring(0, asked.length() - 1) : asked;
    }

    private static boolean names(String listed, String host) {
        String name = SCHEME.matcher(listed).replaceFirst("");
        return name.startsWith("*.") ? host.endsWith(name.substring(1)) : host.equals(name);
    }

    @Override
    public String toString() {
        return "${secret:" + name + "}";
    }
}
