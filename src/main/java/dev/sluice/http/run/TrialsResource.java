package dev.sluice.http.run;

import dev.sluice.engine.Plan;
import dev.sluice.graph.Drawflow;
import dev.sluice.graph.Graph;
import dev.sluice.graph.GraphCheck;
import dev.sluice.graph.Problem;
import dev.sluice.http.Bodies;
import dev.sluice.http.ProblemException;
import dev.sluice.http.Roles;
import dev.sluice.http.workflow.ProblemView;
import dev.sluice.module.CheckedModules;
import dev.sluice.payload.Json;
import dev.sluice.store.Listening;
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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Trying out a drawing before it is saved. */
@RolesAllowed(Roles.EDITOR)
@Path("/api/v1/workflows")
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "Workflows")
public class TrialsResource {
    private final Listening listening;
    private final CheckedModules modules;
    private final TriggerCalls calls;
    private final Bodies bodies;

    TrialsResource(Listening listening, CheckedModules modules, TriggerCalls calls, Bodies bodies) {
        this.listening = listening;
        this.modules = modules;
        this.calls = calls;
        this.bodies = bodies;
    }

    @POST
    @Path("/{id}/trials")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(
            summary = "Try out a graph that is not saved",
            description =
                    "{\"graph\": …, \"data\": …}: always a dry run, also while the trigger is disabled. Nothing is"
                            + " kept but the run, of version 0. A graph that could not be saved is refused with all its problems.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "a graph on an event", value = Examples.TRIAL)))
    public Uni<RunView> tryOut(@Parameter(example = "1") @RestPath long id, @Context RoutingContext call) {
        return bodies.object(call)
                .onItem()
                .transformToUni(it -> Uni.createFrom()
                        .item(() -> plan(id, it.get("graph")))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                        .onItem()
                        .transformToUni(plan -> calls.tryOut(plan, data(it), input(it))))
                .onItem()
                .transform(it -> RunView.of(it.run()));
    }

    private Plan plan(long id, Object tree) {
        if (tree == null) {
            throw new ProblemException(400, "Give the graph to try under `graph`, and the data under `data`.");
        }
        Graph graph = Drawflow.read(tree);
        List<Problem> problems = GraphCheck.check(graph, modules, null);
        if (problems.stream().anyMatch(Problem::refuses)) {
            throw new ProblemException(
                    422,
                    String.join(". ", GraphCheck.mispMessages(problems)) + ".",
                    Map.of("problems", problems.stream().map(ProblemView::of).toList()));
        }
        return listening.drawn(id, graph);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> data(Map<String, Object> request) {
        if (request.get("data") instanceof Map<?, ?> data) {
            return (Map<String, Object>) data;
        }
        throw new ProblemException(400, "Give the data as a JSON object under `data`, as the trigger would get it.");
    }

    private static byte[] input(Map<String, Object> request) {
        return Json.write(request.get("data")).getBytes(StandardCharsets.UTF_8);
    }
}
