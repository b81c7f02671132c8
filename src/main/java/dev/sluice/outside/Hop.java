package dev.sluice.outside;

import dev.sluice.module.Outbound.Request;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One of the requests that a module's request may become where redirects are followed.
 *
 * @param authorization the header for the user and password of the address; null for none
 */
record Hop(
        String method,
        Target target,
        Map<String, String> headers,
        String authorization,
        byte[] body,
        boolean trustsAnyCertificate) {

    /** What says how to read a body and nothing of who sends it. Any other header may be a secret. */
    private static final Set<String> KEPT = Set.of("accept", "content-type");

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    static Hop first(String method, Target target, Request request) {
        return new Hop(
                method,
                target,
                request.headers(),
                target.authorization(),
                request.body(),
                request.trustsAnyCertificate());
    }

    boolean isRedirectedBy(Exchange.Reply reply) {
        return REDIRECTS.contains(reply.answer().status())
                && reply.location() != null
                && !reply.location().isBlank();
    }

    /** The request that a redirect asks for, without what the first server was told in confidence. */
    Hop next(Exchange.Reply reply) {
        Target next = Target.parse(absolute(reply.location().strip()));
        if (target.tls() && !next.tls()) {
            throw new OutsideException(target.hostAndPort()
                    + " redirects from https to http, where everybody could read along; that is not followed.");
        }
        Map<String, String> kept = headers.entrySet().stream()
                .filter(it -> KEPT.contains(it.getKey().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        int status = reply.answer().status();
        boolean again = status == 307 || status == 308 || (status != 303 && !method.equals("POST"));
        return new Hop(again ? method : "GET", next, kept, null, again ? body : null, trustsAnyCertificate);
    }

    private String absolute(String location) {
        if (location.matches("(?s)[A-Za-z][A-Za-z0-9+.-]*:.*")) {
            return location;
        }
        String scheme = target.tls() ? "https:" : "http:";
        if (location.startsWith("//") || location.startsWith("\\\\")) {
            return scheme + location;
        }
        String origin = scheme + "//" + target.hostAndPort();
        if (location.startsWith("/") || location.startsWith("\\")) {
            return origin + location;
        }
        String path = target.path();
        return origin
                + (location.startsWith("?") || location.startsWith("#")
                        ? path
                        : path.substring(0, path.lastIndexOf('/') + 1))
                + location;
    }
}
