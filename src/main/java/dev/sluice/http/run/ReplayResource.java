package dev.sluice.http.run;

import dev.sluice.engine.Again;
import dev.sluice.engine.Plan;
import dev.sluice.http.Bodies;
import dev.sluice.http.ProblemException;
import dev.sluice.http.Roles;
import dev.sluice.payload.Json;
import dev.sluice.payload.Patch;
import dev.sluice.store.Listening;
import dev.sluice.store.Workflows;
import dev.sluice.store.history.History;
import dev.sluice.store.history.StoredRun;
import io.quarkus.runtime.annotations.RegisterForReflection;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Repeating a run of the history. */
@RolesAllowed(Roles.EDITOR)
@Path("/api/v1/runs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "Runs")
public class ReplayResource {
    private final History history;
    private final Workflows workflows;
    private final Listening listening;
    private final TriggerCalls calls;

    ReplayResource(History history, Workflows workflows, Listening listening, TriggerCalls calls) {
        this.history = history;
        this.workflows = workflows;
        this.listening = listening;
        this.calls = calls;
    }

    /** What to repeat, and how. */
    @RegisterForReflection
    record Replay(
            @Schema(description = "then: the version that ran; now: the current one") String version,
            @Schema(description = "the node to begin with, with the data as it found it; the whole run without")
                    Object from,
            @Schema(
                            description =
                                    "false does it for real; true, and so it is unless told, only records what would be done")
                    Boolean dryRun) {}

    private record Prepared(Plan plan, Map<String, Object> data, byte[] input, Again again) {}

    @POST
    @Path("/{id}/replay")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(
            summary = "Repeat a run",
            description = "With the input of then, on the version of then or the current one, whole or from a node, dry"
                    + " unless `dryRun` is false. What was a secret in the input is `***` now.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Replay.class),
                            examples =
                                    @ExampleObject(
                                            name = "what the current version would do",
                                            value = "{\"version\": \"now\", \"dryRun\": true}")))
    public Uni<RunView> replay(@RestPath String id, @Context RoutingContext call) {
        Map<String, Object> request =
                Bodies.of(call) == null || Bodies.of(call).length == 0 ? Map.of() : Bodies.parse(call);
        Bodies.allow(request, "version", "from", "dryRun");
        String version = Bodies.text(request, "version");
        if (version != null && !List.of("then", "now").contains(version)) {
            throw new ProblemException(400, "version must be then or now.");
        }
        Replay wanted = new Replay(version, request.get("from"), Bodies.flag(request, "dryRun"));
        return Uni.createFrom()
                .item(() -> prepared(id, wanted))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onItem()
                .transformToUni(it -> calls.replay(
                        it.plan(), it.data(), it.input(), it.again(), !Boolean.FALSE.equals(wanted.dryRun())))
                .onItem()
                .transform(it -> RunView.of(it.run()));
    }

    @SuppressWarnings("unchecked") // only objects are taken as input
    private Prepared prepared(String id, Replay wanted) {
        StoredRun run = history.find(id)
                .orElseThrow(() -> new ProblemException(404, "There is no run `" + id + "` in the history."));
        byte[] input = history.input(id)
                .orElseThrow(() -> new ProblemException(409, "The run cannot be repeated. " + run.noInput()));
        if (workflows.find(run.workflowId()).isEmpty()) {
            throw new ProblemException(
                    409,
                    "The run cannot be repeated: no workflow ran, or it was deleted since. Fire the trigger instead.");
        }
        int version =
                "now".equals(wanted.version()) ? workflows.get(run.workflowId()).version() : run.workflowVersion();
        Again again = wanted.from() == null
                ? Again.whole(id)
                : from(run, wanted.from().toString());
        return new Prepared(
                listening.plan(run.workflowId(), version), (Map<String, Object>) Json.parse(input), input, again);
    }

    /** The data as the node found it is the input with all that the nodes before it had done. */
    private static Again from(StoredRun run, String node) {
        List<Patch> changes = new ArrayList<>();
        for (Object entry : run.nodes()) {
            Map<?, ?> visited = (Map<?, ?>) entry;
            if (node.equals(String.valueOf(visited.get("nodeId")))) {
                return new Again(run.id(), node, changes);
            }
            if (visited.get("changesCut") != null) {
                throw new ProblemException(
                        409,
                        "The run cannot be repeated from node " + node + ": node " + visited.get("nodeId")
                                + " before it changed more of the data than was kept. Repeat it from the start.");
            }
            if (visited.get("changes") instanceof List<?> operations) {
                changes.add(Patch.of(operations));
            }
        }
        throw new ProblemException(
                422, "The run never came to node " + node + ". Its trail names the nodes it visited.");
    }
}
