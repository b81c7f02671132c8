package dev.sluice.http;

import dev.sluice.store.access.AccessKeys;
import dev.sluice.store.access.Role;
import dev.sluice.store.access.Sessions.Session;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who calls, by the key of a call. Never blocks. */
@Singleton
public final class Callers {
    private static final String BEARER = "Bearer ";
    private static final Pattern TOKEN = Pattern.compile("(?i)Bearer [A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    /**
     * Whoever calls with a key.
     *
     * @param name of the key
     * @param opener hash of its text
     */
    public record Caller(String name, Role role, String opener) {}

    private final AdminKey admin;
    private final AccessKeys keys;
    private final Signatures signatures;
    private final boolean tokens;

    Callers(AdminKey admin, AccessKeys keys, Signatures signatures, OidcConfig oidc) {
        this.admin = admin;
        this.keys = keys;
        this.signatures = signatures;
        tokens = oidc.enabled();
    }

    /** Who calls, by key or by signature; the body must have been read. */
    Uni<Optional<Caller>> of(RoutingContext call) {
        Optional<Caller> known = of(call.request().getHeader(HttpHeaders.AUTHORIZATION));
        return known.isPresent() ? Uni.createFrom().item(known) : signatures.of(call);
    }

    /** Whether a call brings a key that opens. */
    boolean bringsKey(RoutingContext call) {
        return of(call.request().getHeader(HttpHeaders.AUTHORIZATION)).isPresent();
    }

    /** Whether a call may be signed by somebody known, which only its body tells. */
    boolean maySign(RoutingContext call) {
        return signatures.mayBeSigned(call);
    }

    /** Whether a call brings what looks like a token of OpenID Connect. */
    boolean bringsToken(RoutingContext call) {
        String authorization = call.request().getHeader(HttpHeaders.AUTHORIZATION);
        return tokens
                && authorization != null
                && TOKEN.matcher(authorization).matches()
                && of(authorization).isEmpty();
    }

    /** What may be done in a session now; empty where the key that opened it is gone, or looks at nothing any more. */
    public Optional<Role> roleOf(Session session) {
        String opener = session.opener();
        Optional<Role> role = opener == null || opener.equals(admin.hash())
                ? Role.of(session.role())
                : keys.hashed(opener).map(it -> it.key().role());
        return role.filter(it -> it.covers(Role.VIEWER));
    }

    /** The admin, whoever that is. */
    public Caller admin() {
        return new Caller("admin", Role.ADMIN, admin.hash());
    }

    /** What the holder of a key can sign calls with, instead of sending it. */
    public String signingSecret(AccessKeys.Made made) {
        return signatures.secret(made.key(), made.hash());
    }

    /** Whose key an Authorization header holds, bare as MISP has it or behind "Bearer"; empty for nobody's. */
    public Optional<Caller> of(String authorization) {
        if (authorization == null) {
            return Optional.empty();
        }
        String given = authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length()).strip()
                : authorization.strip();
        if (given.isEmpty()) {
            return Optional.empty();
        }
        if (admin.isKey(given)) {
            return Optional.of(admin());
        }
        return keys.find(given).map(Callers::caller);
    }

    static Caller caller(AccessKeys.Opening opening) {
        return new Caller(opening.key().name(), opening.key().role(), opening.hash());
    }
}
