package dev.sluice.http.blueprint;

import dev.sluice.graph.Drawflow;
import dev.sluice.graph.Graph;
import dev.sluice.graph.GraphCheck;
import dev.sluice.graph.Insertion;
import dev.sluice.graph.Palette;
import dev.sluice.http.Bodies;
import dev.sluice.http.ProblemException;
import dev.sluice.http.Roles;
import dev.sluice.http.workflow.ProblemView;
import dev.sluice.module.CheckedModules;
import dev.sluice.payload.Fields;
import dev.sluice.store.BlueprintRow;
import dev.sluice.store.Blueprints;
import dev.sluice.store.Workflows;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Putting a blueprint into a graph. */
@RolesAllowed(Roles.EDITOR)
@Path("/api/v1/blueprints")
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "Blueprints")
public class InsertionsResource {
    private final Blueprints blueprints;
    private final Workflows workflows;
    private final Palette palette;
    private final CheckedModules modules;

    InsertionsResource(Blueprints blueprints, Workflows workflows, Palette palette, CheckedModules modules) {
        this.blueprints = blueprints;
        this.workflows = workflows;
        this.palette = palette;
        this.modules = modules;
    }

    /** The graph with the nodes in it. */
    @RegisterForReflection
    @Schema(name = "Insertion")
    record InsertionView(
            @Schema(description = "the whole new graph, not saved yet") Object graph,
            @Schema(description = "ids of the new nodes by what the blueprint calls them") Map<String, Long> ids,
            @Schema(description = "key of the frame around them in the graph's `_frames`") String frame,
            @Schema(description = "triggers of the blueprint, which are left out") List<String> skipped,
            @Schema(description = "new nodes whose module is not installed") List<Long> unknown,
            @Schema(description = "what is not as it was saved") List<Insertion.Remark> remarks,
            @Schema(description = "what is to be said of the new graph before it is saved")
                    List<ProblemView> problems) {}

    @POST
    @Path("/{id}/insertions")
    @Blocking
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(
            summary = "Put a blueprint into a graph",
            description = "The body has the `graph`, or the number of a `workflow` to begin with, and `x` and `y` for"
                    + " the left-most node (below everything, if missing). The answer has the new graph; nothing is"
                    + " saved.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "into a trigger's graph", value = Examples.INSERTION)))
    public InsertionView insert(@Parameter(example = "1") @RestPath long id, @Context RoutingContext call) {
        Map<String, Object> request = Bodies.parse(call);
        Bodies.allow(request, "graph", "workflow", "x", "y");
        BlueprintRow blueprint = blueprints.get(id);
        Insertion.Result result = Insertion.of(
                Drawflow.read(base(request)),
                Drawflow.read(blueprint.tree()),
                blueprint.name(),
                place(request),
                palette,
                UUID::randomUUID);
        Graph graph = Drawflow.read(result.graph());
        return new InsertionView(
                result.graph(),
                result.ids(),
                result.frame(),
                result.skipped(),
                result.unknown(),
                result.remarks(),
                GraphCheck.check(graph, modules, null).stream()
                        .map(ProblemView::of)
                        .toList());
    }

    private Object base(Map<String, Object> request) {
        Long workflow = Bodies.number(request, "workflow");
        if (workflow != null && request.containsKey("graph")) {
            throw new ProblemException(
                    400, "Give the `graph` to insert into, or the number of a `workflow`; not both.");
        }
        if (workflow == null && !request.containsKey("graph")) {
            throw new ProblemException(400, "Give the `graph` to insert into, or the number of a `workflow`.");
        }
        return workflow == null
                ? Objects.requireNonNullElseGet(request.get("graph"), Fields::new)
                : workflows.get(workflow).tree();
    }

    private static Insertion.Point place(Map<String, Object> request) {
        Number x = number(request, "x");
        Number y = number(request, "y");
        if ((x == null) != (y == null)) {
            throw new ProblemException(400, "`x` and `y` go together.");
        }
        return x == null ? null : new Insertion.Point(x.doubleValue(), y.doubleValue());
    }

    private static Number number(Map<String, Object> request, String name) {
        Object value = request.get(name);
        if (value == null || value instanceof Number) {
            return (Number) value;
        }
        throw new ProblemException(400, "`" + name + "` must be a number.");
    }
}
