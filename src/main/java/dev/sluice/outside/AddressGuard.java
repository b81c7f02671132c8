package dev.sluice.outside;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keeps modules from calling what is not public: the machine itself, the network around it, the metadata of a cloud.
 * What it lets through is an address, not a name, so that a name cannot mean something else when it is called.
 */
final class AddressGuard implements AutoCloseable {
    /** What a name means now; may block. */
    interface Resolver {
        List<InetAddress> resolve(String host) throws UnknownHostException;
    }

    /** Asks the machine, as every program on it does. */
    static final Resolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));

    private record Kind(String name, List<AddressRange> ranges) {
        static Kind of(String name, String... ranges) {
            return new Kind(name, parsed(Stream.of(ranges)));
        }
    }

    private static final List<Kind> CLOSED = List.of(
            Kind.of("a loopback address", "127.0.0.0/8", "::1"),
            Kind.of("an unspecified address", "0.0.0.0/8", "::"),
            Kind.of("a private address", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fec0::/10"),
            Kind.of("a unique-local address", "fc00::/7"),
            Kind.of("a link-local address, where clouds keep their metadata", "169.254.0.0/16", "fe80::/10"),
            Kind.of("an address where a cloud keeps its metadata", "168.63.129.16", "192.0.0.0/24"),
            Kind.of("an address behind a carrier's NAT", "100.64.0.0/10"),
            Kind.of("a multicast address", "224.0.0.0/4", "ff00::/8"),
            Kind.of("a reserved address", "198.18.0.0/15", "240.0.0.0/4", "::/96", "64:ff9b:1::/48", "2001::/32"));

    /** Ranges whose addresses stand for one of IPv4, and at which byte that one begins. */
    private static final AddressRange NAT64 = range("64:ff9b::/96");

    private static final AddressRange SIX_TO_FOUR = range("2002::/16");

    /** Addresses in their usual form: nobody is asked what they mean. Other numbers may be looked up as names. */
    private static final Pattern LITERAL =
            Pattern.compile("\\[[^]]*:[^]]*]|OCTET(\\.OCTET){3}\\.?".replace("OCTET", "(25[0-5]|2[0-4]\\d|1?\\d?\\d)"));

    private static final Pattern NUMBERS = Pattern.compile("[0-9.]+");

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{Nd}_-]+(\\.[\\p{L}\\p{Nd}_-]+)*");

    private final Resolver resolver;
    private final Lookups lookups = new Lookups();
    private final Set<String> openHosts = new HashSet<>();
    private final List<AddressRange> openRanges;

    /**
     * A guard that lets the listed ones through besides what is public.
     *
     * @throws IllegalStateException where an entry is neither a host nor an address nor a range
     */
    AddressGuard(List<String> allowed, Resolver resolver) {
        this.resolver = resolver;
        openRanges = parsed(allowed.stream());
        allowed.stream().map(AddressGuard::bare).filter(it -> !it.isEmpty()).forEach(it -> {
            if (AddressRange.parse(it).isPresent()) {
                return;
            }
            if (!NAME.matcher(it).matches() || NUMBERS.matcher(it).matches()) {
                throw new CannotStartException(Setting.OUTBOUND_ALLOW + " will not do: \"" + it
                        + "\" is neither the name of a host nor an address nor a range of addresses as 10.1.0.0/16.");
            }
            openHosts.add(it);
        });
    }

    private static List<AddressRange> parsed(Stream<String> texts) {
        return texts.map(AddressGuard::bare)
                .map(AddressRange::parse)
                .flatMap(Optional::stream)
                .toList();
    }

    private static AddressRange range(String text) {
        return AddressRange.parse(text).orElseThrow();
    }

    /**
     * An address of the host that may be called: the first of those it has now.
     *
     * @return the address; a failure whose message says why there is none and what to do
     */
    Uni<InetAddress> open(String host) {
        return Uni.createFrom().emitter(found -> {
            if (LITERAL.matcher(host).matches()) {
                find(host, found);
            } else {
                Runnable lookup = () -> find(host, found);
                found.onTermination(() -> lookups.forget(lookup));
                lookups.begin(lookup);
            }
        });
    }

    /** Tells nobody what comes after the caller has given up. */
    private void find(String host, UniEmitter<? super InetAddress> found) {
        try {
            found.complete(first(host));
        } catch (OutsideException e) {
            found.fail(e);
        }
    }

    /** Refuses a host that is itself an address which may not be called; of names it knows nothing and asks nobody. */
    void checkLiteral(String host) {
        if (LITERAL.matcher(host).matches()) {
            first(host);
        }
    }

    private InetAddress first(String host) {
        String name = bare(host);
        List<InetAddress> all;
        try {
            all = resolver.resolve(name);
        } catch (UnknownHostException e) {
            throw new OutsideException("The host " + name + " is not known; check the address.");
        }
        boolean isOpen = openHosts.contains(name);
        String why = "no address";
        for (InetAddress each : all) {
            // Read from its bytes again: without the interface a resolver may have named, and IPv4 where it is that.
            InetAddress address = ofBytes(each.getAddress());
            String kind = isOpen || isListed(address) ? "" : closed(address);
            if (kind.isEmpty()) {
                return address;
            }
            why = kind;
        }
        throw new OutsideException(
                "The host " + name + " has " + why + ", which modules may not call. To allow it, list"
                        + " the host or its address in " + Setting.OUTBOUND_ALLOW + ".");
    }

    private boolean isListed(InetAddress address) {
        return openRanges.stream().anyMatch(it -> it.contains(address));
    }

    /** What kind of address it is that may not be called; "" for a public one. */
    private static String closed(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (NAT64.contains(address)) {
            return closed(ofBytes(Arrays.copyOfRange(bytes, 12, 16)));
        }
        if (SIX_TO_FOUR.contains(address)) {
            return closed(ofBytes(Arrays.copyOfRange(bytes, 2, 6)));
        }
        return CLOSED.stream()
                .filter(kind -> kind.ranges().stream().anyMatch(it -> it.contains(address)))
                .map(Kind::name)
                .findFirst()
                .orElse("");
    }

    private static InetAddress ofBytes(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("An address of " + bytes.length + " bytes", e);
        }
    }

    /** Without the brackets of an address and the dot of a whole name, in lower case. */
    private static String bare(String host) {
        String text = host.strip().toLowerCase(Locale.ROOT);
        if (text.startsWith("[") && text.endsWith("]")) {
            text = text.substring(1, text.length() - 1);
        }
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    @Override
    public void close() {
        lookups.close();
    }
}
