package dev.sluice.outside;

import dev.sluice.outside.secret.Confidence;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An address as users write it, read as browsers do: blanks and letters beyond ASCII are encoded, a user and password
 * become a header. Messages never repeat a whole address, which may hold a secret anywhere.
 *
 * @param host in ASCII; an IPv6 address in brackets
 * @param path with its slash, encoded
 * @param query behind the question mark, encoded; null for none
 * @param authorization value of the header for the user and password of the address; null for none
 */
record Target(boolean tls, String host, int port, String path, String query, String authorization) {
    private static final Pattern PARTS = Pattern.compile(
            "(?<scheme>[A-Za-z][A-Za-z0-9+.-]*):(?<slashes>/*)(?<authority>[^/?#]*)(?<path>[^?#]*)(\\?(?<query>[^#]*))?(#.*)?",
            Pattern.DOTALL);
    private static final Pattern BREAKS = Pattern.compile("[\\t\\r\\n]");
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9_.~!$&'()*+,;=-]+|\\[(?=[^]]*:)[0-9A-Fa-f:][0-9A-Fa-f:.]*]");

    private static final String BASIC = "Basic ";
    private static final Pattern DELIMITERS = Pattern.compile("[/?&=;,]");

    /** Longer than the words that stand in paths of hooks, as IncomingWebhook, and in what servers say of them. */
    private static final int SHORTEST_TOKEN = 16;

    static Target parse(String text) {
        Matcher parts = PARTS.matcher(slashed(BREAKS.matcher(text.strip()).replaceAll("")));
        if (!parts.matches()) {
            throw new OutsideException("The address is not complete; it must begin with http:// or https://.");
        }
        String scheme = parts.group("scheme").toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new OutsideException("Only http and https addresses can be called, not " + scheme + ".");
        }
        String authority = parts.group("authority");
        int at = authority.lastIndexOf('@');
        String hostAndPort = authority.substring(at + 1);
        int colon = hostAndPort.indexOf(':', hostAndPort.indexOf(']') + 1);
        String host = colon < 0 ? hostAndPort : hostAndPort.substring(0, colon);
        if (host.isEmpty() || !parts.group("slashes").equals("//")) {
            throw new OutsideException("The address names no host; write it like https://example.org/path.");
        }
        boolean tls = scheme.equals("https");
        String path = parts.group("path");
        String query = parts.group("query");
        return new Target(
                tls,
                ascii(host),
                colon < 0 || colon + 1 == hostAndPort.length()
                        ? standardPort(tls)
                        : port(hostAndPort.substring(colon + 1)),
                path.isEmpty() ? "/" : PercentCode.encode(path, PercentCode.IN_PATH),
                query == null ? null : PercentCode.encode(query, PercentCode.IN_QUERY),
                at < 0 ? null : basic(authority.substring(0, at)));
    }

    /** Path and query, as the first line of a request has them. */
    String uri() {
        return query == null ? path : path + "?" + query;
    }

    /** As {@code example.org:443}, for messages. */
    String hostAndPort() {
        return host + ":" + port;
    }

    /** Its parts where all of it is a secret: servers repeat the path or query whole, or only the token in it. */
    Confidence.Address confided() {
        List<String> parts = new ArrayList<>();
        List<String> paths = List.of(uri(), decoded(uri()), path, decoded(path));
        parts.addAll(paths);
        paths.stream()
                .flatMap(it -> Stream.concat(Stream.of(it.substring(1)), DELIMITERS.splitAsStream(it)))
                .filter(it -> it.length() >= SHORTEST_TOKEN)
                .forEach(parts::add);
        if (authorization != null) {
            String login = authorization.substring(BASIC.length());
            String user = new String(Base64.getDecoder().decode(login), StandardCharsets.UTF_8);
            parts.addAll(List.of(login, user, user.substring(user.indexOf(':') + 1)));
        }
        return new Confidence.Address(host, hostAndPort(), parts);
    }

    private static String decoded(String text) {
        return new String(PercentCode.decode(text), StandardCharsets.UTF_8);
    }

    /** The address without its secrets. */
    String shown() {
        return (tls ? "https://" : "http://")
                + (authorization == null ? "" : Secrets.HIDDEN + "@")
                + host
                + (port == standardPort(tls) ? "" : ":" + port)
                + Secrets.shownPath(host, path)
                + (query == null ? "" : "?" + Secrets.shownQuery(query));
    }

    /** Browsers take a backslash before the query for a slash. */
    private static String slashed(String text) {
        int end = text.length();
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) == '?' || text.charAt(i) == '#') {
                end = i;
            }
        }
        return text.substring(0, end).replace('\\', '/') + text.substring(end);
    }

    private static String ascii(String host) {
        String decoded = decoded(host);
        try {
            String ascii = decoded.chars().allMatch(it -> it < 128) ? decoded : IDN.toASCII(decoded);
            if (HOST.matcher(ascii).matches()) {
                return ascii;
            }
        } catch (IllegalArgumentException e) {
            // told below, in our own words: the reason of the library speaks of code points and rules
        }
        throw new OutsideException("The host of the address is not a valid name; check what stands behind the //.");
    }

    private static int port(String digits) {
        try {
            int port = Integer.parseUnsignedInt(digits);
            if (port >= 1 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // told below, whatever is wrong with it
        }
        throw new OutsideException("What stands behind the colon of the host is no port; ports go from 1 to 65535.");
    }

    private static int standardPort(boolean tls) {
        return tls ? 443 : 80;
    }

    private static String basic(String userInfo) {
        int colon = userInfo.indexOf(':');
        String withPassword = colon < 0 ? userInfo + ":" : userInfo;
        return BASIC + Base64.getEncoder().encodeToString(PercentCode.decode(withPassword));
    }
}
