package dev.sluice.http;

import dev.sluice.outside.AddressRange;
import dev.sluice.outside.CannotStartException;
import dev.sluice.store.access.Role;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who may call the paths that MISP calls, for MISP sends no key: this machine, unless settings say otherwise. Others are
 * turned away before anything of their body is read.
 */
@Singleton
public final class ServiceDoor {
    /** The header in which {@code SLUICE_SERVICE_KEY} is expected. */
    public static final String KEY_HEADER = "Sluice-Key";

    private static final Set<String> PATHS = Set.of("/modules", "/query", "/healthcheck");
    private static final String ADMITTED = ServiceDoor.class.getName();

    /** What a proxy adds: the caller is not who the socket says. */
    private static final List<String> OF_PROXIES = List.of("Forwarded", "X-Forwarded-For", "X-Real-IP");

    /** What browsers add, and no script in them can take away: a page of somebody else, open on this machine, calls so. */
    private static final List<String> OF_BROWSERS = List.of("Origin", "Sec-Fetch-Site");

    private final Callers callers;
    private final FailedTries tries;
    private final List<AddressRange> allowed;
    private final Optional<String> key;

    ServiceDoor(Callers callers, FailedTries tries, ServiceConfig config) {
        this.callers = callers;
        this.tries = tries;
        allowed = config.allow().stream().map(ServiceDoor::range).toList();
        key = config.key().filter(it -> !it.isBlank());
    }

    private static AddressRange range(String text) {
        return AddressRange.parse(text)
                .orElseThrow(() -> new CannotStartException("SLUICE_SERVICE_ALLOW (sluice.service.allow) holds `" + text
                        + "`, which is no address range. Write it as 192.0.2.0/24, 2001:db8::/32 or ::1."));
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BodyLimit.FIRST + 1);
    }

    private void check(RoutingContext call) {
        if (!PATHS.contains(call.normalizedPath())) {
            call.next();
            return;
        }
        Optional<String> refusal = refusal(call.request());
        if (refusal.isPresent()) {
            BodyLimit.turnAway(call, counted(call).orElseGet(() -> Problem.of(403, refusal.get())));
        } else {
            call.put(ADMITTED, true);
            call.next();
        }
    }

    /** Whether the door let the call in, so that its body may be read. */
    static boolean admitted(RoutingContext call) {
        return Boolean.TRUE.equals(call.get(ADMITTED));
    }

    /** Ends a call that found another way in. */
    public void require(RoutingContext call) {
        if (!admitted(call)) {
            throw new ProblemException(403, "This path is for MISP; it is called as it is written, without detours.");
        }
    }

    /** Somebody who is turned away with a key may be one who tries keys. */
    private Optional<Problem> counted(RoutingContext call) {
        boolean tried = call.request().headers().contains(KEY_HEADER)
                || call.request().headers().contains(HttpHeaders.AUTHORIZATION)
                        && callers.of(call.request().getHeader(HttpHeaders.AUTHORIZATION))
                                .isEmpty();
        return tried ? tries.again(call) : Optional.empty();
    }

    private Optional<String> refusal(HttpServerRequest request) {
        Optional<Callers.Caller> caller = callers.of(request.getHeader(HttpHeaders.AUTHORIZATION));
        if (caller.isPresent()) {
            return request.method().equals(HttpMethod.GET)
                            || caller.get().role().covers(Role.CALLER)
                    ? Optional.empty()
                    : Optional.of("Your key looks, and fires nothing: this call needs one of a caller or more.");
        }
        if (!isNear(request.remoteAddress())) {
            return Optional.of("MISP's paths are open to this machine only, and you call from elsewhere. Set"
                    + " SLUICE_SERVICE_ALLOW to the addresses that MISP calls from, or send a key as"
                    + " `Authorization: <key>`.");
        }
        if (key.isPresent()) {
            return opens(request.getHeader(KEY_HEADER))
                    ? Optional.empty()
                    : Optional.of("This call needs the key of SLUICE_SERVICE_KEY: have the proxy between MISP and"
                            + " Sluice send it as `" + KEY_HEADER + ": <key>`.");
        }
        if (OF_PROXIES.stream().anyMatch(request.headers()::contains)) {
            return Optional.of("This call came through a proxy, so nobody knows from where. Set SLUICE_SERVICE_KEY and"
                    + " have the proxy send it as `" + KEY_HEADER + ": <key>`.");
        }
        return OF_BROWSERS.stream().anyMatch(request.headers()::contains)
                ? Optional.of("A browser calls MISP's paths with a key only: send `Authorization: <key>`.")
                : Optional.empty();
    }

    private boolean isNear(SocketAddress caller) {
        return Optional.ofNullable(caller)
                .map(SocketAddress::hostAddress)
                .flatMap(AddressRange::address)
                .filter(address -> allowed.stream().anyMatch(it -> it.contains(address)))
                .isPresent();
    }

    private boolean opens(String given) {
        return given != null
                && MessageDigest.isEqual(
                        given.strip().getBytes(StandardCharsets.UTF_8),
                        key.orElseThrow().strip().getBytes(StandardCharsets.UTF_8));
    }
}
