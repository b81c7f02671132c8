package dev.sluice.outside;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Some neighbouring IP addresses, or one, as {@code 192.0.2.0/24}, {@code 2001:db8::/32} or {@code ::1}. */
public record AddressRange(InetAddress first, int bits) {
    /** What is no name, so that no server is asked for it. */
    private static final Pattern LITERAL = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:.]*");

    /** Nothing where the text is no range. */
    public static Optional<AddressRange> parse(String text) {
        String[] parts = text.strip().split("/", -1);
        InetAddress first = address(parts[0]).orElse(null);
        if (first == null || parts.length > 2) {
            return Optional.empty();
        }
        int whole = first.getAddress().length * 8;
        if (parts.length == 1) {
            return Optional.of(new AddressRange(first, whole));
        }
        return Optional.of(parts[1])
                .filter(it -> it.matches("\\d{1,3}"))
                .map(Integer::valueOf)
                .filter(it -> it <= whole)
                .map(it -> new AddressRange(first, it));
    }

    /** An address as sockets tell it, with the name of an interface behind it or not. */
    public static Optional<InetAddress> address(String text) {
        String literal = text.replaceFirst("%.*", "");
        if (!LITERAL.matcher(literal).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(literal));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** Whether the address lies in it; one of the other protocol never does. */
    public boolean contains(InetAddress address) {
        byte[] mine = first.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> (i % 8);
            if ((mine[i / 8] & mask) != (other[i / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
