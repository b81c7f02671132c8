package dev.sluice.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * MISP's answer to "does a path lead from a concurrent task to a blocking module".
 *
 * @param paths every such path, up to {@link #MAX_PATHS}, in the order a walk finds them
 * @param complete false where there may be more paths than listed
 */
public record PathWarnings(List<Problem.PathWarning> paths, boolean complete) {
    /** How many paths are listed: where branches join again, their number doubles each time. */
    public static final int MAX_PATHS = 1_000;

    /** How many wires the search follows and lists in all; keeps the answer small where paths are long. */
    static final int MAX_WIRES = 100_000;

    private static final String TEXT = "This path leads to a blocking node from a non-blocking context";

    /** Whether there is such a path. */
    public boolean any() {
        return !paths.isEmpty();
    }

    /**
     * As MISP answers: for each wire of each path {@code [from, to, text, true, module id, node id]}, from and to being
     * strings, the node that of the blocking module with its id as stored.
     */
    public List<List<Object>> edges() {
        return paths.stream()
                .flatMap(path -> path.wires().stream()
                        .map(wire -> List.<Object>of(
                                wire.from(),
                                wire.to(),
                                TEXT,
                                true,
                                path.blocking().moduleId(),
                                path.blocking().storedId())))
                .toList();
    }

    static PathWarnings of(Graph graph, Predicate<Node> blocking) {
        Search search = new Search(graph, blocking);
        for (Node node : graph.nodes()) {
            if (node.isConcurrentTask() && !search.walk(node)) {
                return new PathWarnings(List.copyOf(search.found), false);
            }
        }
        return new PathWarnings(List.copyOf(search.found), true);
    }

    /** A walk as in a run, but through all exits: an edge is not followed twice on one path, joins are not merged. */
    private static final class Search {
        private final Graph graph;
        private final Predicate<Node> blocking;
        private final Set<String> worthwhile;
        private final List<Problem.PathWarning> found = new ArrayList<>();
        private int wires;

        Search(Graph graph, Predicate<Node> blocking) {
            this.graph = graph;
            this.blocking = blocking;
            this.worthwhile = leadingTo(graph, blocking);
        }

        /** False where a limit was met. */
        boolean walk(Node start) {
            List<Wire> path = new ArrayList<>();
            Set<Wire> onPath = new HashSet<>();
            Deque<Iterator<Wire>> left = new ArrayDeque<>();
            left.push(start.wires().iterator());
            while (!left.isEmpty()) {
                if (!left.peek().hasNext()) {
                    left.pop();
                    if (!path.isEmpty()) {
                        onPath.remove(path.remove(path.size() - 1));
                    }
                    continue;
                }
                Wire wire = left.peek().next();
                Node target = graph.node(wire.to()).orElse(null);
                if (target == null || !worthwhile.contains(target.id()) || !onPath.add(wire)) {
                    continue;
                }
                path.add(wire);
                left.push(target.wires().iterator());
                boolean reached = blocking.test(target);
                wires += 1 + (reached ? path.size() : 0);
                if (wires > MAX_WIRES || (reached && found.size() == MAX_PATHS)) {
                    return false;
                }
                if (reached) {
                    found.add(new Problem.PathWarning(start.id(), target, List.copyOf(path)));
                }
            }
            return true;
        }

        /** Nodes that are blocking or come before one that is; all others need no walk. */
        private static Set<String> leadingTo(Graph graph, Predicate<Node> blocking) {
            Map<String, List<String>> sources = new HashMap<>();
            graph.nodes().forEach(node -> node.wires()
                    .forEach(wire -> sources.computeIfAbsent(wire.to(), to -> new ArrayList<>())
                            .add(node.id())));
            Set<String> reached = new HashSet<>();
            Deque<String> next = new ArrayDeque<>();
            graph.nodes().stream().filter(blocking).map(Node::id).forEach(next::add);
            while (!next.isEmpty()) {
                String id = next.pop();
                if (reached.add(id)) {
                    next.addAll(sources.getOrDefault(id, List.of()));
                }
            }
            return reached;
        }
    }
}
