package dev.sluice.http.access;

import dev.sluice.http.Bodies;
import dev.sluice.http.Callers;
import dev.sluice.http.Callers.Caller;
import dev.sluice.http.FailedTries;
import dev.sluice.http.ProblemException;
import dev.sluice.http.SessionDoor;
import dev.sluice.store.access.Role;
import dev.sluice.store.access.Sessions;
import dev.sluice.store.audit.Actor;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The session of a browser. It holds a cookie that no script can read, and never a key. */
@Path(SessionDoor.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Session", description = "Who is calling; signing in to the web pages and out")
public class SessionResource {
    private final Sessions sessions;
    private final Callers callers;
    private final Welcome welcome;
    private final FailedTries tries;
    private final Actor actor;
    private final SessionCookie cookie;

    SessionResource(
            Sessions sessions, Callers callers, Welcome welcome, FailedTries tries, Actor actor, SessionCookie cookie) {
        this.sessions = sessions;
        this.callers = callers;
        this.welcome = welcome;
        this.tries = tries;
        this.actor = actor;
        this.cookie = cookie;
    }

    /** Who is calling. */
    @RegisterForReflection
    @Schema(name = "Session")
    record SessionView(
            String name,
            String role,
            @Schema(description = "session of a browser, or key") String via,
            @Schema(description = "when it is over if it is not used again; null for a key") Instant expiresAt) {}

    @GET
    @Authenticated
    @Operation(summary = "See who is calling", description = "By the cookie of the web pages, or by the key.")
    public SessionView get(@Context SecurityIdentity caller) {
        Instant expiresAt = caller.getAttribute("expiresAt");
        String role = caller.getAttribute("role");
        return new SessionView(caller.getPrincipal().getName(), role, expiresAt == null ? "key" : "session", expiresAt);
    }

    @POST
    @PermitAll
    @Blocking
    @Operation(
            summary = "Sign in a browser",
            description =
                    "With a key, or with the code of the link that the first start printed. Needs no"
                            + " Authorization header, but the header `Sluice-Client`, which other sites cannot make a browser send.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "with a key", value = "{\"key\": \"<your key>\"}")))
    public SessionView signIn(@Context RoutingContext call) {
        Map<String, Object> given = Bodies.parse(call);
        String address = call.request().remoteAddress().hostAddress();
        Duration pause = tries.pause(FailedTries.Kind.SIGN_IN, address);
        if (!pause.isZero()) {
            long seconds = pause.toSeconds() + 1;
            call.response().putHeader("Retry-After", Long.toString(seconds));
            throw new ProblemException(
                    429, "Too many keys were tried from your address. Try again in " + seconds + " s.");
        }
        Optional<Caller> caller = caller(given);
        if (caller.isEmpty()) {
            tries.failed(FailedTries.Kind.SIGN_IN, address);
            throw new ProblemException(
                    401,
                    given.containsKey("welcome")
                            ? "This link was used already, or is too old. Restart Sluice for a fresh one as long as nobody"
                                    + " signed in, or sign in with a key."
                            : "This key opens nothing here. The admin key is in the file `admin.key` of the data folder,"
                                    + " unless SLUICE_ADMIN_KEY gave another.");
        }
        tries.succeeded(FailedTries.Kind.SIGN_IN, address);
        if (caller.get().role() == Role.CALLER) {
            throw new ProblemException(
                    403, "This key may fire triggers, and look at nothing: the pages need one of a viewer or more.");
        }
        actor.is(caller.get().name());
        Sessions.Opened opened = sessions.open(
                caller.get().name(), caller.get().role().id(), caller.get().opener());
        call.response().addCookie(cookie.holding(call, opened.token()));
        return new SessionView(
                opened.session().name(),
                opened.session().role(),
                "session",
                opened.session().endsAt());
    }

    @DELETE
    @Authenticated
    @Blocking
    @Operation(summary = "Sign out a browser", description = "Its cookie opens nothing any more.")
    public void signOut(@Context RoutingContext call) {
        SessionDoor.token(call).ifPresent(sessions::close);
        call.response().addCookie(cookie.holding(call, "").setMaxAge(0));
    }

    private Optional<Caller> caller(Map<String, Object> given) {
        if (given.get("welcome") instanceof String code) {
            return welcome.opens(code) ? Optional.of(callers.admin()) : Optional.empty();
        }
        if (given.get("key") instanceof String key) {
            return callers.of(key);
        }
        throw new ProblemException(400, "Send {\"key\": \"…\"}, or {\"welcome\": \"…\"} with the code of the link.");
    }
}
