package dev.sluice.http.run;

import dev.sluice.engine.Plan;
import dev.sluice.http.Bodies;
import dev.sluice.http.ProblemException;
import dev.sluice.http.Roles;
import dev.sluice.module.CheckedModules;
import dev.sluice.payload.Json;
import dev.sluice.store.Listening;
import dev.sluice.store.Workflows;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Multi;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Running a workflow by hand with many payloads, or with other parameters than were drawn. */
@RolesAllowed(Roles.EDITOR)
@Path("/api/v1/workflows")
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "Workflows")
public class BatchRunsResource {
    private final Workflows workflows;
    private final Listening listening;
    private final TriggerCalls calls;
    private final CheckedModules modules;
    private final Bodies bodies;
    private final BatchConfig config;

    BatchRunsResource(
            Workflows workflows,
            Listening listening,
            TriggerCalls calls,
            CheckedModules modules,
            Bodies bodies,
            BatchConfig config) {
        this.workflows = workflows;
        this.listening = listening;
        this.calls = calls;
        this.modules = modules;
        this.bodies = bodies;
        this.config = config;
    }

    /** What is asked for. */
    @RegisterForReflection
    @Schema(name = "Batch")
    record Batch(
            @Schema(description = "what the trigger would be fired with, each an object") List<Object> payloads,
            @Schema(description = "by node and parameter what counts in place of what is drawn, for this call only")
                    Map<String, Object> parameters,
            @Schema(description = "an old version of the workflow; the current one if nothing is said") Long version,
            @Schema(description = "whether outside effects are recorded instead of done") Boolean dryRun) {}

    /** What came of each payload, in the order they were given. */
    @RegisterForReflection
    @Schema(name = "BatchResults")
    record Results(List<RunView> results) {}

    private record Prepared(Plan plan, List<Map<String, Object>> payloads, boolean dryRun) {}

    @POST
    @Path("/{id}/runs/batch")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(
            summary = "Run a workflow by hand with several payloads",
            description = "One after the other, each within its trigger's deadline, and answered in their order."
                    + " `parameters` tries other settings of nodes than are drawn without saving them; a replay of such a"
                    + " run has the drawn ones again.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Batch.class),
                            examples =
                                    @ExampleObject(
                                            name = "what if tlp:amber were held back, too",
                                            value = Examples.BATCH)))
    public Uni<Results> run(@Parameter(example = "1") @RestPath long id, @Context RoutingContext call) {
        return bodies.object(call)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .onItem()
                .transform(request -> prepared(id, request))
                .onItem()
                .transformToUni(this::results);
    }

    /** Each begins on a worker thread, whatever thread the one before it ended on. */
    private Uni<Results> results(Prepared batch) {
        return Multi.createFrom()
                .iterable(batch.payloads())
                .onItem()
                .transformToUniAndConcatenate(payload -> Uni.createFrom()
                        .deferred(() -> calls.runNow(batch.plan(), payload, Json.writeBytes(payload), batch.dryRun()))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .onItem()
                .transform(it -> RunView.of(it.run()))
                .collect()
                .asList()
                .onItem()
                .transform(Results::new);
    }

    private Prepared prepared(long id, Map<String, Object> request) {
        Bodies.allow(request, "payloads", "parameters", "version", "dryRun");
        List<Map<String, Object>> payloads = payloads(request.get("payloads"));
        OtherParameters parameters = OtherParameters.of(request);
        Long asked = Bodies.number(request, "version");
        boolean dryRun = Boolean.TRUE.equals(Bodies.flag(request, "dryRun"));
        int version = asked == null ? workflows.get(id).version() : (int) Math.min(asked, Integer.MAX_VALUE);
        Plan plan = parameters.byNode().isEmpty()
                ? listening.plan(id, version)
                : listening.plan(id, version, graph -> parameters.in(graph, modules));
        return new Prepared(plan, payloads, dryRun);
    }

    @SuppressWarnings("unchecked") // JSON objects have texts for keys
    private List<Map<String, Object>> payloads(Object given) {
        if (!(given instanceof List<?> list) || list.isEmpty()) {
            throw new ProblemException(
                    400, "`payloads` must be a list of JSON objects, as in {\"payloads\": [{\"Event\": {…}}]}.");
        }
        if (list.size() > config.payloads()) {
            throw new ProblemException(
                    400,
                    "One call takes " + config.payloads() + " payloads (sluice.batch.payloads), not " + list.size()
                            + ". Send them in several calls.");
        }
        List<Map<String, Object>> payloads = new ArrayList<>(list.size());
        for (Object payload : list) {
            if (!(payload instanceof Map)) {
                throw new ProblemException(
                        400, "`payloads` must hold JSON objects only; number " + (payloads.size() + 1) + " is none.");
            }
            payloads.add((Map<String, Object>) payload);
        }
        return payloads;
    }
}
