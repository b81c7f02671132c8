package dev.sluice.http.run;

import dev.sluice.engine.Plan;
import dev.sluice.http.Bodies;
import dev.sluice.http.Roles;
import dev.sluice.store.Listening;
import dev.sluice.store.Workflows;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Running a workflow by hand. */
@RolesAllowed(Roles.EDITOR)
@Path("/api/v1/workflows")
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "Workflows")
public class WorkflowRunsResource {
    private final Workflows workflows;
    private final Listening listening;
    private final TriggerCalls calls;
    private final Bodies bodies;

    WorkflowRunsResource(Workflows workflows, Listening listening, TriggerCalls calls, Bodies bodies) {
        this.workflows = workflows;
        this.listening = listening;
        this.calls = calls;
        this.bodies = bodies;
    }

    @POST
    @Path("/{id}/runs")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(
            summary = "Run a workflow by hand",
            description =
                    "With the given data as its trigger's payload, waiting for the end. `version` runs an old one.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "event tagged tlp:red", value = Examples.EVENT_TLP_RED)))
    public Uni<RunView> run(
            @Parameter(example = "1") @RestPath long id,
            @RestQuery boolean dryRun,
            @RestQuery Integer version,
            @Context RoutingContext call) {
        return Uni.createFrom()
                .item(() -> plan(id, version))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onItem()
                .transformToUni(plan -> bodies.object(call)
                        .onItem()
                        .transformToUni(data -> calls.runNow(plan, data, Bodies.of(call), dryRun))
                        .onItem()
                        .transform(it -> RunView.of(it.run())));
    }

    private Plan plan(long id, Integer version) {
        return listening.plan(id, version == null ? workflows.get(id).version() : version);
    }
}
