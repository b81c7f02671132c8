package dev.sluice.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A workflow as it is drawn. Immutable: to change a graph, change its stored form and read it again with
 * {@link Drawflow}, so that nothing of it that we do not know is lost.
 */
public final class Graph {
    private final List<Node> nodes;
    private final Map<String, Node> byId = new HashMap<>();
    private final Object frames;
    private final Object stored;

    Graph(List<Node> nodes, Object frames, Object stored) {
        this.nodes = List.copyOf(nodes);
        this.nodes.forEach(node -> byId.put(node.id(), node));
        this.frames = frames;
        this.stored = stored;
    }

    /** In drawing order, that is as stored. */
    public List<Node> nodes() {
        return nodes;
    }

    /** The node of that id; the last one where several bear it. */
    public Optional<Node> node(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Where a run starts: the first node of type {@code trigger}. */
    public Optional<Node> trigger() {
        return nodes.stream().filter(Node::isTrigger).findFirst();
    }

    /** All nodes of type {@code trigger}; a workflow that may be saved has exactly one. */
    public List<Node> triggers() {
        return nodes.stream().filter(Node::isTrigger).toList();
    }

    /** The visual groups as stored ({@code _frames}), null where the drawing has none. */
    public Object frames() {
        return frames;
    }

    /** The whole tree the graph was read from, unmodifiable. */
    Object stored() {
        return stored;
    }
}
