package dev.sluice.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws a graph for a test, in MISP's stored form: nodes first, then wires between them. */
final class Drawing {
    private final Map<String, Object> tree = new LinkedHashMap<>();
    private Map<String, Object> last = tree;

    static Drawing withTrigger() {
        return new Drawing().node("1", "trigger", "event-publish");
    }

    Drawing node(String id, String type, String module) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", module);
        data.put("module_type", type);
        data.put("indexed_params", new LinkedHashMap<>());
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("id", Long.valueOf(id));
        node.put("data", data);
        node.put("outputs", new LinkedHashMap<>());
        tree.put(id, node);
        last = node;
        return this;
    }

    Drawing action(String id) {
        return node(id, "action", "push-zmq");
    }

    /** Sets a setting of the node drawn last. */
    Drawing set(String param, Object value) {
        child(child(last, "data"), "indexed_params").put(param, value);
        return this;
    }

    /** Gives the node drawn last a policy. */
    Drawing policy(Map<String, Object> policy) {
        child(last, "data").put(Policy.KEY, policy);
        return this;
    }

    /** Allows the node drawn last several wires on one exit. */
    Drawing severalWires() {
        child(last, "data").put("multiple_output_connection", true);
        return this;
    }

    Drawing wire(String from, String to) {
        return wire(from, "output_1", to, "input_1");
    }

    @SuppressWarnings("unchecked")
    Drawing wire(String from, String exit, String to, String input) {
        Map<String, Object> outputs = child(child(tree, from), "outputs");
        outputs.computeIfAbsent(exit, it -> new LinkedHashMap<>(Map.of("connections", new ArrayList<>())));
        ((List<Object>) child(outputs, exit).get("connections")).add(Map.of("node", to, "output", input));
        return this;
    }

    Map<String, Object> tree() {
        return tree;
    }

    Graph graph() {
        return Drawflow.read(tree);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> child(Map<String, Object> map, String key) {
        return (Map<String, Object>) map.get(key);
    }
}
