package dev.sluice.http;

import dev.sluice.store.access.Sessions;
import dev.sluice.store.access.Sessions.Session;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Knows the browsers that are signed in, by their cookie, before anything of a body is read. What a page of another site
 * makes such a browser send is turned away: pages of ours add a header that other sites cannot.
 */
@Singleton
public final class SessionDoor {
    /** The cookie that a signed-in browser holds. */
    public static final String COOKIE = "sluice-session";

    /** The header that our own pages send. */
    public static final String OURS = "Sluice-Client";

    /** Where one signs in. */
    public static final String PATH = "/api/v1/session";

    private static final String SESSION = SessionDoor.class.getName();
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** Anybody can send cookies that must be looked up: they must not take all threads and connections. */
    private static final int MOST_LOOKING = 100;

    private final Sessions sessions;
    private final AtomicInteger looking = new AtomicInteger();

    SessionDoor(Sessions sessions) {
        this.sessions = sessions;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BodyLimit.FIRST + 2);
    }

    /** The session of a call; empty where it brings a key instead, or nothing that is known. */
    static Optional<Session> session(RoutingContext call) {
        return Optional.ofNullable(call.get(SESSION));
    }

    /** What the browser of a call holds; empty where it holds nothing. */
    public static Optional<String> token(RoutingContext call) {
        Cookie cookie = call.request().getCookie(COOKIE);
        return cookie == null || cookie.getValue().isEmpty() ? Optional.empty() : Optional.of(cookie.getValue());
    }

    /** Whether a call is one that signs somebody in, who has nothing to show yet. */
    static boolean signsIn(RoutingContext call) {
        return call.normalizedPath().endsWith(PATH) && call.request().method().equals(HttpMethod.POST);
    }

    private void check(RoutingContext call) {
        HttpServerRequest request = call.request();
        Optional<String> token = request.getHeader(HttpHeaders.AUTHORIZATION) == null ? token(call) : Optional.empty();
        boolean changes = !SAFE.contains(request.method());
        if (changes && (token.isPresent() || signsIn(call)) && !comesFromUs(request)) {
            BodyLimit.turnAway(
                    call,
                    Problem.of(
                            403,
                            "A browser that is signed in changes things from Sluice's own pages only. Scripts send"
                                    + " `Authorization: <key>` instead of the cookie."));
            return;
        }
        if (token.isEmpty() || !asksWho(call)) {
            call.next();
            return;
        }
        Optional<Session> known = sessions.known(token.get());
        if (known.isPresent()) {
            call.put(SESSION, known.get()).next();
            return;
        }
        if (looking.incrementAndGet() > MOST_LOOKING) {
            looking.decrementAndGet();
            BodyLimit.turnAway(call, Problem.of(503, "Too many sessions are being looked up. Try again in a moment."));
            return;
        }
        call.vertx().executeBlocking(() -> sessions.find(token.get()), false).onComplete(found -> {
            looking.decrementAndGet();
            if (found.failed()) {
                call.fail(found.cause());
            } else {
                found.result().ifPresent(it -> call.put(SESSION, it));
                call.next();
            }
        });
    }

    /** The pages themselves, health and the manual are for everybody. */
    private static boolean asksWho(RoutingContext call) {
        String path = call.normalizedPath();
        return path.contains("/api/") || path.endsWith("/q/metrics");
    }

    private static boolean comesFromUs(HttpServerRequest request) {
        if (request.getHeader(OURS) == null) {
            return false;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        // A proxy may change the host that we see, but not what the browser says of the page.
        return site != null ? site.equals("same-origin") : origin == null || sameHost(origin, request);
    }

    private static boolean sameHost(String origin, HttpServerRequest request) {
        try {
            return request.authority() != null
                    && request.authority()
                            .toString()
                            .equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
