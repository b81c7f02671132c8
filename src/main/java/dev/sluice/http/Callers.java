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
    private static final Caller ADMIN = new Caller("admin", Role.ADMIN, null);

    /**
     * @param name of the key
     * @param keyId its number; null where it is none of the table
     */
    public record Caller(String name, Role role, Long keyId) {}

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

    /** Whether the body of a call is worth reading. */
    boolean mayBring(RoutingContext call) {
        String authorization = call.request().getHeader(HttpHeaders.AUTHORIZATION);
        return of(authorization).isPresent() || signatures.mayBeSigned(call) || isToken(authorization);
    }

    /** Whether it looks like a token of OpenID Connect; whether it is one is found out later. */
    private boolean isToken(String authorization) {
        return tokens && authorization != null && TOKEN.matcher(authorization).matches();
    }

    /** What may be done in a session now; empty where the key that opened it is gone, or looks at nothing any more. */
    Optional<Role> roleOf(Session session) {
        Optional<Role> role = session.keyId() == null
                ? Role.of(session.role())
                : keys.numbered(session.keyId()).map(AccessKeys.Key::role);
        return role.filter(it -> it.covers(Role.VIEWER));
    }

    /** What the holder of a key can sign calls with, instead of sending it. */
    public String signingSecret(AccessKeys.Key key) {
        return signatures.secret(key);
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
            return Optional.of(ADMIN);
        }
        return keys.find(given).map(it -> new Caller(it.name(), it.role(), it.id()));
    }
}
