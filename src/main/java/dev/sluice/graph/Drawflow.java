package dev.sluice.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * MISP's stored form of a workflow graph: the export of the Drawflow editor, nodes by id, {@code _frames} beside them.
 * This is the one place that knows it.
 *
 * <p>A tree is made of maps, lists, strings, numbers, booleans and null. PHP does not tell an empty map from an empty
 * list, nor a map with the keys 0, 1, 2 ... from a list, so either is read where a map is due. A graph keeps the tree it
 * was read from, so unknown keys, their order and such liberties come out as they went in.
 */
public final class Drawflow {
    static final String FRAMES = "_frames";
    private static final int MAX_DEPTH = 200;

    private Drawflow() {}

    /**
     * Reads {@code workflow.data}.
     *
     * @throws GraphException where it is no graph; the message names the node
     */
    public static Graph read(Object tree) {
        Object stored = frozen(tree, 0);
        Map<String, Object> entries = map(stored, "The graph");
        List<Node> nodes = new ArrayList<>(entries.size());
        entries.forEach((key, entry) -> {
            if (!key.equals(FRAMES)) {
                nodes.add(node(key, entry));
            }
        });
        return new Graph(nodes, entries.get(FRAMES), stored);
    }

    /** The tree the graph was read from, equal to it in every part; a map, or a list if it came as one. Unmodifiable. */
    public static Object write(Graph graph) {
        return graph.stored();
    }

    /** As {@link #write(Graph)}, with {@code labels} on the connections of inputs that filters reach, as MISP shows a graph. */
    public static Object write(Graph graph, FilterLabels labels) {
        if (labels.bySourceOfTarget().isEmpty()) {
            return graph.stored();
        }
        Map<String, Object> tree = new LinkedHashMap<>(map(graph.stored(), "The graph"));
        tree.replaceAll((key, entry) -> {
            if (key.equals(FRAMES)) {
                return entry;
            }
            Map<String, Object> node = new LinkedHashMap<>(map(entry, key));
            String id = id(node.get("id"), key, "Node " + key);
            if (labels.bySourceOfTarget().containsKey(id)) {
                node.computeIfPresent("inputs", (name, inputs) -> labelled(inputs, id, labels));
            }
            return node;
        });
        return graph.stored() instanceof List ? new ArrayList<>(tree.values()) : tree;
    }

    /** The trees of all nodes, in the order of {@link Graph#nodes()}. */
    static List<Map<String, Object>> trees(Graph graph) {
        List<Map<String, Object>> trees = new ArrayList<>();
        map(graph.stored(), "The graph").forEach((key, entry) -> {
            if (!key.equals(FRAMES)) {
                trees.add(map(entry, "Node " + key));
            }
        });
        return trees;
    }

    /** The tree as a map by the ids of nodes, even where it came as a list; frames included. */
    static Map<String, Object> entries(Graph graph) {
        if (graph.stored() instanceof Map) {
            return map(graph.stored(), "The graph");
        }
        Map<String, Object> entries = new LinkedHashMap<>();
        List<Map<String, Object>> trees = trees(graph);
        for (int i = 0; i < trees.size(); i++) {
            entries.put(graph.nodes().get(i).id(), trees.get(i));
        }
        return entries;
    }

    /** The visual groups by uuid; empty where there are none. */
    static Map<String, Object> frames(Graph graph) {
        return optionalMap(graph.frames(), FRAMES);
    }

    private static Object labelled(Object inputs, String target, FilterLabels labels) {
        return mapped(inputs, port -> {
            Map<String, Object> changed = new LinkedHashMap<>(map(port, target));
            changed.computeIfPresent(
                    "connections",
                    (name, connections) -> mapped(connections, it -> {
                        Map<String, Object> connection = new LinkedHashMap<>(map(it, target));
                        List<FilterLabels.Label> active =
                                labels.on(target, id(connection.get("node"), null, "Node " + target));
                        if (!active.isEmpty()) {
                            connection.put(
                                    "labels",
                                    active.stream().map(Drawflow::labelTree).toList());
                        }
                        return connection;
                    }));
            return changed;
        });
    }

    private static Object labelTree(FilterLabels.Label label) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", label.id());
        tree.put("name", label.name());
        tree.put("variant", "info");
        return tree;
    }

    private static Object mapped(Object items, UnaryOperator<Object> change) {
        if (items instanceof List<?> list) {
            List<Object> changed = new ArrayList<>(list);
            changed.replaceAll(change);
            return changed;
        }
        Map<String, Object> changed = new LinkedHashMap<>(map(items, ""));
        changed.replaceAll((key, item) -> change.apply(item));
        return changed;
    }

    private static Node node(String key, Object entry) {
        String where = "Node " + key;
        Map<String, Object> node = map(entry, where);
        String id = id(node.get("id"), key, where);
        if (node.get("data") == null) {
            throw new GraphException(
                    where + " has no `data`: it must say which module the node is, as in MISP's export.");
        }
        Map<String, Object> data = map(node.get("data"), where + ", data");
        String moduleId = text(data.get("id"), where + ", data.id");
        String name = text(node.get("name"), where + ", name");
        if (name.isEmpty()) {
            name = text(data.get("name"), where + ", data.name");
        }
        List<Exit> exits = exits(node.get("outputs"), data, id, where);
        String moduleType = text(data.get("module_type"), where + ", data.module_type");
        return new Node(
                id,
                Objects.requireNonNullElse(node.get("id"), key),
                name.isEmpty() ? moduleId : name,
                moduleId,
                moduleType,
                optionalMap(data.get("indexed_params"), where + ", data.indexed_params"),
                data.get("saved_filters"),
                truthy(data.get("multiple_output_connection")),
                exits,
                inputs(node.get("inputs"), where),
                Policy.read(
                        data,
                        exits.stream()
                                .anyMatch(it -> it.isForErrors() && !it.wires().isEmpty()),
                        moduleType.equals("trigger")),
                data,
                node);
    }

    /** The exits that MISP knows, and the one for errors, which is kept where MISP does not follow it. */
    private static List<Exit> exits(Object outputs, Map<String, Object> data, String from, String where) {
        List<Exit> exits = new ArrayList<>();
        optionalMap(outputs, where + ", outputs")
                .forEach((name, port) -> exits.add(exit(name, port, from, where + ", " + name)));
        if (data.get(Policy.KEY) instanceof Map<?, ?> policy && policy.get(Policy.ERROR_EXIT) != null) {
            String here = where + ", data." + Policy.KEY + "." + Policy.ERROR_EXIT;
            exits.add(exit(Exit.ERROR, policy.get(Policy.ERROR_EXIT), from, here));
        }
        return List.copyOf(exits);
    }

    private static Exit exit(String name, Object port, String from, String here) {
        List<Wire> wires = new ArrayList<>();
        connections(port, here).forEach((at, connection) -> {
            Map<String, Object> ends = map(connection, here + ", connection " + at);
            // After a removal PHP leaves a hole in the numbering, and counts on with the old numbers.
            int index = at.matches("[0-9]{1,9}") ? Integer.parseInt(at) : wires.size();
            wires.add(new Wire(
                    from,
                    name,
                    index,
                    id(ends.get("node"), null, here + ", connection " + at),
                    text(ends.get("output"), here + ", connection " + at + ", output")));
        });
        return new Exit(name, List.copyOf(wires));
    }

    private static List<Input> inputs(Object ports, String where) {
        List<Input> inputs = new ArrayList<>();
        optionalMap(ports, where + ", inputs").forEach((name, port) -> {
            String here = where + ", " + name;
            List<Input.Source> sources = new ArrayList<>();
            connections(port, here).forEach((at, connection) -> {
                Map<String, Object> ends = map(connection, here + ", connection " + at);
                sources.add(new Input.Source(
                        id(ends.get("node"), null, here + ", connection " + at),
                        text(ends.get("input"), here + ", connection " + at + ", input")));
            });
            inputs.add(new Input(name, List.copyOf(sources)));
        });
        return List.copyOf(inputs);
    }

    private static Map<String, Object> connections(Object port, String where) {
        return optionalMap(optionalMap(port, where).get("connections"), where + ", connections");
    }

    /** PHP takes 3 and "3" for the same array key, so both are one id here. */
    private static String id(Object value, String otherwise, String where) {
        if (value instanceof String text && !text.isEmpty()) {
            return text;
        }
        if (value instanceof Number number) {
            double size = number.doubleValue();
            return size == Math.rint(size) && Math.abs(size) < 1e15
                    ? Long.toString(number.longValue())
                    : value.toString();
        }
        if (value == null && otherwise != null) {
            return otherwise;
        }
        throw new GraphException(
                where + (value == null ? " names no node" : " has an id that is neither a number nor text")
                        + ": give the id of a node of this graph, as \"3\".");
    }

    private static String text(Object value, String where) {
        if (value instanceof Map || value instanceof List) {
            throw new GraphException(where + " must be text.");
        }
        return value == null ? "" : value.toString();
    }

    /** What PHP would loop over without a complaint that anybody sees. */
    private static Map<String, Object> optionalMap(Object value, String where) {
        return value == null || value.equals("") ? Map.of() : map(value, where);
    }

    @SuppressWarnings("unchecked") // frozen() made all keys strings
    private static Map<String, Object> map(Object value, String where) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        if (value instanceof List<?> list) {
            Map<String, Object> numbered = new LinkedHashMap<>();
            for (Object item : list) {
                numbered.put(Integer.toString(numbered.size()), item);
            }
            return Collections.unmodifiableMap(numbered);
        }
        throw new GraphException(where + " must be a JSON object or list, not "
                + (value == null ? "null" : "`" + shortened(value.toString()) + "`") + ".");
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    private static boolean truthy(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue() != 0;
        }
        if (value instanceof String text) {
            return !text.isEmpty() && !text.equals("0");
        }
        return value instanceof Boolean bool
                ? bool
                : (value instanceof List<?> list && !list.isEmpty())
                        || (value instanceof Map<?, ?> map && !map.isEmpty());
    }

    private static Object frozen(Object value, int depth) {
        if (depth > MAX_DEPTH) {
            throw new GraphException("The graph nests deeper than " + MAX_DEPTH + " levels.");
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, item) -> copy.put(String.valueOf(key), frozen(item, depth + 1)));
            return Collections.unmodifiableMap(copy);
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>(list.size());
            list.forEach(item -> copy.add(frozen(item, depth + 1)));
            return Collections.unmodifiableList(copy);
        }
        return value;
    }
}
