package dev.sluice.http;

import dev.sluice.store.access.Sessions.Session;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Set;

/** Lets callers with the admin key in, and browsers that are signed in; which paths are open without it is said in application.properties. */
@Singleton
final class KeyAuthentication implements HttpAuthenticationMechanism {
    private static final SecurityIdentity ADMIN = QuarkusSecurityIdentity.builder()
            .setPrincipal(new QuarkusPrincipal("admin"))
            .addRole("admin")
            .build();

    private final AdminKey key;

    KeyAuthentication(AdminKey key) {
        this.key = key;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext call, IdentityProviderManager manager) {
        if (key.opens(call.request().getHeader(HttpHeaders.AUTHORIZATION))) {
            return Uni.createFrom().item(ADMIN);
        }
        return Uni.createFrom()
                .item(SessionDoor.session(call).map(KeyAuthentication::identity).orElse(null));
    }

    private static SecurityIdentity identity(Session session) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(session.name()))
                .addRole(session.role())
                .addAttribute("expiresAt", session.endsAt())
                .build();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext call) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext call) {
        BodyLimit.answer(
                call.response().putHeader("WWW-Authenticate", "Bearer"),
                Problem.of(
                        401,
                        "This call needs the admin key: send `Authorization: <key>`. It is in the file `admin.key` of"
                                + " the data folder, unless SLUICE_ADMIN_KEY gave another."));
        return Uni.createFrom().item(true);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }
}
