package dev.sluice.outside;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Some neighbouring IP addresses, or one, as {@code 192.0.2.0/24}, {@code 2001:db8::/32} or {@code ::1}. */
public final class AddressRange {
    /** What is no name, so that no server is asked for it. */
    private static final Pattern LITERAL = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:.]*");

    /** No InetAddress: a range may be a constant, and the heap of a native image takes no addresses. */
    private final byte[] first;

    private final int bits;

    private AddressRange(byte[] first, int bits) {
        this.first = first;
        this.bits = bits;
    }

    /** Nothing where the text is no range. */
    public static Optional<AddressRange> parse(String text) {
        String[] parts = text.strip().split("/", -1);
        byte[] first = address(parts[0]).map(InetAddress::getAddress).orElse(null);
        if (first == null || parts.length > 2) {
            return Optional.empty();
        }
        int whole = first.length * 8;
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
        byte[] other = address.getAddress();
        if (first.length != other.length) {
            return false;
        }
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> (i % 8);
            if ((first[i / 8] & mask) != (other[i / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
