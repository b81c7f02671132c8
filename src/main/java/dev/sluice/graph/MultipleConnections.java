package dev.sluice.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * MISP's answer to "does an output have more than one connection".
 *
 * @param edges by node id, where the last offending output of that node leads; ids as numbers
 */
public record MultipleConnections(Map<String, List<Object>> edges) {
    /** Whether some output has more than one connection without leave. */
    public boolean any() {
        return !edges.isEmpty();
    }

    static MultipleConnections of(Graph graph) {
        Map<String, List<Object>> edges = new LinkedHashMap<>();
        for (Problem.MultipleConnections offence : all(graph)) {
            edges.put(
                    offence.nodeId(),
                    offence.wires().stream().map(wire -> Node.shown(wire.to())).toList());
        }
        return new MultipleConnections(edges);
    }

    static List<Problem.MultipleConnections> all(Graph graph) {
        return graph.nodes().stream()
                .filter(node -> !node.multipleOutputs())
                .flatMap(node -> node.exits().stream()
                        .filter(exit -> exit.wires().size() > 1)
                        .map(exit -> new Problem.MultipleConnections(node.id(), exit.name(), exit.wires())))
                .toList();
    }
}
