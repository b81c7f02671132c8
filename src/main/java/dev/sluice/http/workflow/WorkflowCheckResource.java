package dev.sluice.http.workflow;

import dev.sluice.graph.Drawflow;
import dev.sluice.graph.Graph;
import dev.sluice.graph.GraphCheck;
import dev.sluice.graph.Node;
import dev.sluice.http.Bodies;
import dev.sluice.http.Roles;
import dev.sluice.module.CheckedModules;
import dev.sluice.module.Modules;
import dev.sluice.module.Notifications;
import dev.sluice.module.Spec;
import dev.sluice.module.Switches;
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
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Everything that can be said of a graph before it is saved or runs. */
@RolesAllowed(Roles.VIEWER)
@Path("/api/v1/workflows")
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "Workflows")
public class WorkflowCheckResource {
    private final CheckedModules checked;
    private final Modules modules;
    private final Switches switches;

    WorkflowCheckResource(CheckedModules checked, Modules modules, Switches switches) {
        this.checked = checked;
        this.modules = modules;
        this.switches = switches;
    }

    /**
     * The answer: first what MISP's own check says and as it says it, then all problems, then what to know of modules.
     *
     * @param cycles wires of the first cycle as [from, to, "Cycle"]
     * @param multipleConnections targets of exits with more than one wire, by node
     * @param pathWarnings wires that lead from a concurrent task to a blocking module
     * @param notifications by module id, of the modules in the graph
     */
    @RegisterForReflection
    @Schema(name = "GraphCheck")
    record CheckView(
            boolean acyclic,
            List<List<Object>> cycles,
            Map<String, List<Object>> multipleConnections,
            List<List<Object>> pathWarnings,
            List<ProblemView> problems,
            Map<String, Notifications> notifications) {}

    @POST
    @Path("/check")
    @Blocking
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(
            summary = "See everything that is wrong with a graph, without saving it",
            description = "The body is the graph, or {\"graph\": …, \"trigger\": …}.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "hold back tlp:red", value = Examples.GRAPH)))
    public CheckView check(@Context RoutingContext call) {
        Map<String, Object> request = Bodies.parse(call);
        boolean wrapped = request.containsKey("graph");
        Graph graph = Drawflow.read(wrapped ? request.get("graph") : request);
        String trigger = wrapped ? Bodies.text(request, "trigger") : null;
        return new CheckView(
                GraphCheck.cycles(graph).acyclic(),
                GraphCheck.cycles(graph).edges(),
                GraphCheck.multipleConnections(graph).edges(),
                GraphCheck.pathWarnings(graph, checked).edges(),
                GraphCheck.check(graph, checked, trigger).stream()
                        .map(ProblemView::of)
                        .toList(),
                notifications(graph));
    }

    private Map<String, Notifications> notifications(Graph graph) {
        Spec trigger = graph.trigger()
                .flatMap(it -> modules.trigger(it.moduleId()))
                .map(it -> it.spec())
                .orElse(null);
        Map<String, Notifications> all = new TreeMap<>();
        for (Node node : graph.nodes()) {
            if (!node.moduleType().equals("trigger")) {
                modules.find(node.moduleType(), node.moduleId())
                        .map(it -> Notifications.of(it, trigger, switches))
                        .filter(it -> !it.isEmpty())
                        .ifPresent(it -> all.put(node.moduleId(), it));
            }
        }
        return all;
    }
}
