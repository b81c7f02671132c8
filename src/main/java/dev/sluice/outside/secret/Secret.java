package dev.sluice.outside.secret;

import java.util.List;
import java.util.Locale;

/**
 * A value that nobody but some hosts may be told.
 *
 * @param hosts names in lower case, {@code *.example.org} for all below one
 */
record Secret(String name, String value, List<String> hosts) {
    /** Whether a host may be told it; by name, for an address of it is looked at only later. */
    boolean isFor(String host) {
        String asked = host.toLowerCase(Locale.ROOT);
        String plain = asked.endsWith(".") ? asked.substring(0, asked.length() - 1) : asked;
        return hosts.stream().anyMatch(it -> it.startsWith("*.") ? plain.endsWith(it.substring(1)) : plain.equals(it));
    }

    @Override
    public String toString() {
        return "${secret:" + name + "}";
    }
}
