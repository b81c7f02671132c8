package dev.sluice.http;

import dev.sluice.graph.Graph;
import dev.sluice.graph.GraphCheck;
import dev.sluice.graph.Node;
import dev.sluice.module.CheckedModules;
import dev.sluice.module.Modules;
import dev.sluice.module.Notifications;
import dev.sluice.module.Spec;
import dev.sluice.module.Switches;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Everything that can be said of a graph before it runs. */
@Singleton
final class CheckAnswer {
    private final CheckedModules checked;
    private final Modules modules;
    private final Switches switches;

    CheckAnswer(CheckedModules checked, Modules modules, Switches switches) {
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
    record View(
            boolean acyclic,
            List<List<Object>> cycles,
            Map<String, List<Object>> multipleConnections,
            List<List<Object>> pathWarnings,
            List<WorkflowsResource.ProblemView> problems,
            Map<String, Notifications> notifications) {}

    View of(Graph graph, String trigger) {
        return new View(
                GraphCheck.cycles(graph).acyclic(),
                GraphCheck.cycles(graph).edges(),
                GraphCheck.multipleConnections(graph).edges(),
                GraphCheck.pathWarnings(graph, checked).edges(),
                GraphCheck.check(graph, checked, trigger).stream()
                        .map(WorkflowsResource.ProblemView::of)
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
