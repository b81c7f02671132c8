package dev.sluice.http.access;

import dev.sluice.http.Callers;
import dev.sluice.http.Roles;
import dev.sluice.store.access.Role;
import dev.sluice.store.access.Sessions;
import dev.sluice.store.access.Sessions.Listed;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The browsers that are signed in, for admins. */
@RolesAllowed(Roles.ADMIN)
@Path("/api/v1/sessions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "Keys")
public class SessionsResource {
    private final Sessions sessions;
    private final Callers callers;

    SessionsResource(Sessions sessions, Callers callers) {
        this.sessions = sessions;
        this.callers = callers;
    }

    /** A browser that is signed in. */
    @RegisterForReflection
    @Schema(name = "OpenSession")
    record OpenSessionView(
            @Schema(description = "tells it from others, and opens nothing") String id,
            @Schema(description = "of the key that opened it, or of whom a provider knows") String name,
            @Schema(description = "what may be done in it now") String role,
            @Schema(description = "key or oidc") String via,
            Instant openedAt,
            @Schema(description = "to five minutes") Instant usedAt,
            @Schema(description = "when it is over if it is not used again") Instant expiresAt) {}

    @GET
    @Blocking
    @Operation(
            summary = "List the browsers that are signed in",
            description = "Those whose key is gone are not told: they are out.")
    public List<OpenSessionView> list() {
        return sessions.list().stream()
                .flatMap(it -> callers.roleOf(it.session()).map(role -> view(it, role)).stream())
                .toList();
    }

    @DELETE
    @Path("/{id}")
    @Blocking
    @Operation(
            summary = "Sign a browser out",
            description = "Here at once; in other processes of the same database within 20 seconds.")
    public void end(@Parameter(example = "0f1e2d3c4b5a6978") @RestPath String id) {
        sessions.endListed(id);
    }

    private static OpenSessionView view(Listed listed, Role role) {
        Sessions.Session session = listed.session();
        return new OpenSessionView(
                listed.id(),
                session.name(),
                role.id(),
                session.opener() == null ? "oidc" : "key",
                listed.openedAt(),
                listed.usedAt(),
                session.endsAt());
    }
}
