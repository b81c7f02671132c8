package dev.sluice.http.access;

import dev.sluice.http.OidcConfig;
import dev.sluice.http.ProblemException;
import dev.sluice.store.access.Role;
import dev.sluice.store.access.Sessions;
import dev.sluice.store.audit.Actor;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.oidc.OidcSession;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Ways to sign in beside a key. */
@Path("/api/v1/sign-in")
@Tag(ref = "Session")
public class SignInResource {
    private final OidcConfig config;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final Actor actor;
    private final Instance<OidcSession> provider;

    SignInResource(
            OidcConfig config, Sessions sessions, SessionCookie cookie, Actor actor, Instance<OidcSession> provider) {
        this.config = config;
        this.sessions = sessions;
        this.cookie = cookie;
        this.actor = actor;
        this.provider = provider;
    }

    /** What the sign-in page offers. */
    @RegisterForReflection
    @Schema(name = "WaysIn")
    record WaysInView(
            @Schema(description = "what the button of OpenID Connect says; null where there is no provider")
                    String oidc) {}

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "See how one can sign in beside a key")
    public WaysInView ways() {
        return new WaysInView(config.enabled() ? config.name() : null);
    }

    /** Where the provider sends the browser back to: a session begins, and the pages follow. */
    @GET
    @Path("/oidc")
    @Authenticated
    @Blocking
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public String oidc(@Context SecurityIdentity caller, @Context RoutingContext call) {
        if (caller.getCredential(IdTokenCredential.class) == null) {
            throw new ProblemException(
                    403, "Open this in a browser: it signs in at the provider, not with a key or token.");
        }
        String name = caller.getPrincipal().getName();
        Role role = Role.of(String.valueOf(caller.<String>getAttribute("role"))).orElse(null);
        if (provider.isResolvable()) {
            provider.get().logout().await().indefinitely();
        }
        if (role == null || !role.covers(Role.VIEWER)) {
            throw new ProblemException(
                    403,
                    "You are signed in as " + name + ", but may look at nothing here: the claim `" + config.rolesClaim()
                            + "` of your token gives no role of a viewer or more. An admin can change that at the provider, or in"
                            + " SLUICE_OIDC_ROLES_VIEWER and the like.");
        }
        actor.isKnownElsewhere(name);
        call.response()
                .addCookie(cookie.holding(
                        call, sessions.open(name, role.id(), null).token()));
        // Not a redirect: the browser came from another site, and would follow one without the cookie.
        return "<!doctype html><meta http-equiv=\"refresh\" content=\"0;url=../../../\"><title>Sluice</title>";
    }
}
