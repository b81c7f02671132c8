package dev.sluice.http.workflow;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sluice.http.Roles;
import dev.sluice.payload.Json;
import dev.sluice.store.VersionRow;
import dev.sluice.store.Workflows;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The versions of a workflow. */
@RolesAllowed(Roles.VIEWER)
@Path("/api/v1/workflows")
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "Workflows")
public class VersionsResource {
    private final Workflows workflows;

    VersionsResource(Workflows workflows) {
        this.workflows = workflows;
    }

    /** One version: a graph that never changes. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VersionView(int version, Instant createdAt, Object graph) {}

    @GET
    @Path("/{id}/versions")
    @Blocking
    @Operation(summary = "The versions of a workflow, newest first")
    public List<VersionView> list(@Parameter(example = "1") @RestPath long id) {
        return workflows.versions(id).stream()
                .map(it -> new VersionView(it.number(), it.createdAt(), null))
                .toList();
    }

    @GET
    @Path("/{id}/versions/{number}")
    @Blocking
    @Operation(summary = "One version with its graph")
    public VersionView get(
            @Parameter(example = "1") @RestPath long id, @Parameter(example = "1") @RestPath int number) {
        VersionRow version = workflows.version(id, number);
        return new VersionView(version.number(), version.createdAt(), Json.parse(version.graph()));
    }

    @POST
    @RolesAllowed(Roles.EDITOR)
    @Path("/{id}/versions/{number}/restore")
    @Blocking
    @Operation(summary = "Bring an old version back, as a new one")
    public RestResponse<WorkflowView> restore(
            @Parameter(example = "1") @RestPath long id, @Parameter(example = "1") @RestPath int number) {
        return WorkflowView.answer(workflows.restore(id, number));
    }
}
