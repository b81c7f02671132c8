package dev.sluice.http.live;

import dev.sluice.http.QueryValues;
import dev.sluice.http.Roles;
import dev.sluice.http.Standing;
import dev.sluice.store.access.Role;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Runs while they go. */
@RolesAllowed(Roles.VIEWER)
@Path("/api/v1/runs/live")
@Tag(ref = "Runs")
public class LiveResource {
    private static final String EXAMPLE =
            """
            event:run
            data:{"runId":"0199a1b2-…","parentId":null,"trigger":"event-publish","workflowId":1,"workflowVersion":3,"workflow":"Hold back tlp:red","dryRun":false}

            event:node
            data:{"runId":"0199a1b2-…","nodeId":2,"module":"tag-if","type":"logic","result":"then","errors":[],"durationMicros":41}

            event:end
            data:{"runId":"0199a1b2-…","outcome":"success","proceed":true,"reasons":[],"durationMicros":812}

            """;

    private final LiveRuns runs;
    private final Standing standing;

    LiveResource(LiveRuns runs, Standing standing) {
        this.runs = runs;
        this.standing = standing;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @NonBlocking
    @Operation(
            summary = "Runs as they go, as server-sent events",
            description =
                    "A run that begins after the first line has come is told from its beginning: `run`, a `node` for"
                            + " each node that is done with, `end`. Of runs of this process. Signs of life are comments. Who"
                            + " reads too slowly is told by `skipped` how many events were left out.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "one run", value = EXAMPLE)))
    public Multi<OutboundSseEvent> live(
            @Parameter(description = "only of this workflow", example = "1") @RestQuery Long workflow,
            @Parameter(description = "only of this trigger") @RestQuery String trigger,
            @Parameter(description = "only this run and its branches") @RestQuery String run,
            @Context RoutingContext call,
            @Context Sse sse) {
        LiveReader.Filter filter = new LiveReader.Filter(workflow, QueryValues.text(trigger), QueryValues.text(run));
        return Multi.createFrom()
                .publisher(runs.events(filter, () -> standing.covers(Role.VIEWER, call)))
                .map(it -> event(sse, it));
    }

    private static OutboundSseEvent event(Sse sse, LiveEvent event) {
        return event.name() == null
                ? sse.newEventBuilder().comment("alive").build()
                : sse.newEventBuilder().name(event.name()).data(event.data()).build();
    }
}
