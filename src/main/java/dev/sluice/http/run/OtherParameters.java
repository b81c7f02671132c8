package dev.sluice.http.run;

import dev.sluice.graph.Graph;
import dev.sluice.graph.GraphCheck;
import dev.sluice.graph.Node;
import dev.sluice.graph.OtherParams;
import dev.sluice.graph.Problem;
import dev.sluice.http.Bodies;
import dev.sluice.http.ProblemException;
import dev.sluice.module.CheckedModules;
import dev.sluice.payload.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Parameters that count for one call in place of those that nodes have, by node and parameter. */
record OtherParameters(Map<String, Map<String, Object>> byNode) {

    /** Reads the member {@code parameters} of a request; none where it is missing. */
    static OtherParameters of(Map<String, Object> request) {
        Map<String, Object> given = Bodies.member(request, "parameters");
        Map<String, Map<String, Object>> byNode = new LinkedHashMap<>();
        if (given != null) {
            for (String node : given.keySet()) {
                if (!(given.get(node) instanceof Map)) {
                    throw new ProblemException(
                            400,
                            "`parameters` names nodes by their ids and of each the parameters that differ, as in"
                                    + " {\"2\": {\"tags\": [\"tlp:amber\"]}}.");
                }
                byNode.put(node, Bodies.member(given, node));
            }
        }
        return new OtherParameters(byNode);
    }

    /**
     * The graph with them.
     *
     * @throws ProblemException 422 where a node or parameter is not there, or a value brings a problem the graph had not
     */
    Graph in(Graph graph, CheckedModules modules) {
        for (String id : byNode.keySet()) {
            if (graph.node(id).isEmpty()) {
                throw new ProblemException(
                        422,
                        "The workflow has no node " + id + " that could take `parameters`; its nodes are "
                                + graph.nodes().stream().map(Node::id).collect(Collectors.joining(", ")) + ".");
            }
        }
        Graph changed = OtherParams.of(graph, byNode);
        List<String> brought = new ArrayList<>(problems(changed, modules));
        brought.removeAll(problems(graph, modules));
        if (!brought.isEmpty()) {
            throw new ProblemException(
                    422, "The `parameters` will not do. " + String.join(" ", brought), Fields.of("problems", brought));
        }
        return changed;
    }

    private static List<String> problems(Graph graph, CheckedModules modules) {
        return GraphCheck.check(graph, modules, null).stream()
                .filter(Problem.NodeWarning.class::isInstance)
                .map(Problem::message)
                .toList();
    }
}
