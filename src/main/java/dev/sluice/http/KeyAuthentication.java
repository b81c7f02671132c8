package dev.sluice.http;

import dev.sluice.store.access.Role;
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
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Knows callers by their key, and browsers that are signed in by their session; which paths are open without it is said in application.properties. */
@Singleton
final class KeyAuthentication implements HttpAuthenticationMechanism {
    private static final Pattern IN_THE_ADDRESS =
            Pattern.compile("(^|&)(api_?|auth_?)?(key|token|authorization)=", Pattern.CASE_INSENSITIVE);

    private final Callers callers;
    private final FailedTries tries;

    KeyAuthentication(Callers callers, FailedTries tries) {
        this.callers = callers;
        this.tries = tries;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext call, IdentityProviderManager manager) {
        return callers.of(call).map(known -> known.<SecurityIdentity>map(
                        it -> identity(it.name(), it.role()).build())
                .or(() -> SessionDoor.session(call).flatMap(this::identity))
                .orElse(null));
    }

    private Optional<SecurityIdentity> identity(Session session) {
        return callers.roleOf(session).map(role -> {
            QuarkusSecurityIdentity.Builder builder =
                    identity(session.name(), role).addAttribute("expiresAt", session.endsAt());
            if (session.opener() == null) {
                builder.addAttribute(KnownElsewhere.SESSION, true);
            }
            return builder.build();
        });
    }

    private static QuarkusSecurityIdentity.Builder identity(String name, Role role) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(name))
                .addRoles(role.includes())
                .addAttribute("role", role.id());
    }

    /** Before tokens: of what is no key of ours others may find out what it is. */
    @Override
    public int getPriority() {
        return 2 * DEFAULT_PRIORITY;
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext call) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext call) {
        if (call.request().getHeader(HttpHeaders.AUTHORIZATION) != null) {
            // Who has a right key never comes here: a script with an old one must not keep a platform out.
            Optional<Problem> wait = tries.again(call);
            if (wait.isPresent()) {
                BodyLimit.answer(call.response(), wait.get());
                return Uni.createFrom().item(true);
            }
        }
        BodyLimit.answer(call.response().putHeader("WWW-Authenticate", "Bearer"), Problem.of(401, message(call)));
        return Uni.createFrom().item(true);
    }

    private static String message(RoutingContext call) {
        String query = call.request().query();
        return query != null && IN_THE_ADDRESS.matcher(query).find()
                ? "A key in the address is not taken, as addresses are logged on their way: send `Authorization: <key>`."
                        + " If it was a real key, rotate it."
                : "This call needs a key: send `Authorization: <key>`. The admin key is in the file `admin.key` of the"
                        + " data folder, unless SLUICE_ADMIN_KEY gave another.";
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }
}
