package dev.sluice.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A node of a blueprint on its way into a graph. One whose module is not installed is kept as it was, marked by its class. */
final class InsertedNode {
    private static final String UNKNOWN_CLASS = "block-type-error";

    /** What only an open editor has beside a node. */
    private static final Set<String> OF_THE_EDITOR = Set.of("module_data", "params");

    private final long id;
    private final Node drawn;
    private final Palette.Block block;
    private final Insertion.Point place;
    private final Map<String, List<Object>> from = new LinkedHashMap<>();
    private final Map<String, List<Object>> to = new LinkedHashMap<>();

    /** @param block null where the module is not installed */
    InsertedNode(long id, Node drawn, Palette.Block block, Insertion.Point place) {
        this.id = id;
        this.drawn = drawn;
        this.block = block;
        this.place = place;
        List<String> inputs =
                block == null ? drawn.inputs().stream().map(Input::name).toList() : block.inputs();
        List<String> exits =
                block == null ? drawn.exits().stream().map(Exit::name).toList() : block.exits();
        inputs.forEach(it -> from.put(it, new ArrayList<>()));
        exits.forEach(it -> to.put(it, new ArrayList<>()));
        if (drawn.exits().stream().anyMatch(Exit::isForErrors)) {
            to.put(Exit.ERROR, new ArrayList<>());
        }
    }

    long id() {
        return id;
    }

    Node drawn() {
        return drawn;
    }

    boolean isInstalled() {
        return block != null;
    }

    Set<String> inputs() {
        return from.keySet();
    }

    Set<String> exits() {
        return to.keySet();
    }

    void leadTo(String exit, InsertedNode target, String input) {
        to.get(exit).add(ends(target.id, "output", input));
        if (!exit.equals(Exit.ERROR)) {
            target.from.get(input).add(ends(id, "input", exit));
        }
    }

    /** What is not as it was when the blueprint was saved. */
    List<String> remarks() {
        if (block == null) {
            return List.of("The " + drawn.moduleType() + " module `" + drawn.moduleId()
                    + "` is not installed. The node keeps its settings and does nothing: install the module, or replace"
                    + " the node.");
        }
        List<String> remarks = new ArrayList<>();
        drawn.params().keySet().stream()
                .filter(it -> !block.defaults().containsKey(it))
                .forEach(it -> remarks.add("`" + drawn.moduleId() + "` has no parameter `" + it + "` any more."));
        if (!savedVersion().equals("?") && !savedVersion().equals(block.version())) {
            remarks.add("Saved with version " + savedVersion() + " of `" + drawn.moduleId() + "`; installed is "
                    + block.version() + ".");
        }
        return remarks;
    }

    /** In MISP's stored form. */
    Map<String, Object> tree(UUID mark) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", id);
        tree.put("name", block == null ? drawn.name() : block.name());
        tree.put("data", data(mark));
        tree.put("class", block == null ? UNKNOWN_CLASS : block.cssClass());
        tree.put("typenode", false);
        tree.put("inputs", ports(from));
        Map<String, List<Object>> outputs = new LinkedHashMap<>(to);
        outputs.remove(Exit.ERROR);
        tree.put("outputs", ports(outputs));
        tree.put("pos_x", place.x());
        tree.put("pos_y", place.y());
        return tree;
    }

    private Map<String, Object> data(UUID mark) {
        Map<String, Object> data = new LinkedHashMap<>();
        drawn.data().forEach((key, value) -> {
            if (!key.startsWith("_") && !OF_THE_EDITOR.contains(key)) {
                data.put(key, value);
            }
        });
        if (to.containsKey(Exit.ERROR)) {
            data.put(Policy.KEY, policy());
        }
        data.put("node_uid", mark.toString().replace("-", ""));
        if (block != null) {
            data.put("name", block.name());
            data.put("previous_module_version", savedVersion());
            data.put("module_version", block.version());
            data.put("multiple_output_connection", block.forks());
            data.put("indexed_params", params());
            data.put("saved_filters", filters());
        }
        return data;
    }

    /** The wires of the error exit are part of the policy, and lead to the new nodes as all others do. */
    private Map<String, Object> policy() {
        Map<String, Object> policy = new LinkedHashMap<>();
        ((Map<?, ?>) drawn.data().get(Policy.KEY)).forEach((key, value) -> policy.put(key.toString(), value));
        policy.put(Policy.ERROR_EXIT, Map.of("connections", to.get(Exit.ERROR)));
        return policy;
    }

    private Map<String, Object> params() {
        Map<String, Object> params = new LinkedHashMap<>();
        block.defaults().forEach((param, standard) -> {
            Object stored = drawn.params().get(param);
            if (stored != null || standard != null) {
                params.put(param, stored == null ? standard : stored);
            }
        });
        drawn.params().forEach(params::putIfAbsent);
        return params;
    }

    private Object filters() {
        if (drawn.savedFilters() instanceof Map<?, ?> stored && !stored.isEmpty()) {
            return stored;
        }
        Map<String, Object> none = new LinkedHashMap<>();
        List.of("selector", "value", "operator", "path").forEach(it -> none.put(it, ""));
        return none;
    }

    private String savedVersion() {
        Object version = drawn.data().get("module_version");
        return version == null || version.toString().isEmpty() ? "?" : version.toString();
    }

    private static Object ports(Map<String, List<Object>> connections) {
        if (connections.isEmpty()) {
            return List.of();
        }
        Map<String, Object> ports = new LinkedHashMap<>();
        connections.forEach((name, ends) -> {
            Map<String, Object> port = new LinkedHashMap<>();
            port.put("connections", ends);
            ports.put(name, port);
        });
        return ports;
    }

    private static Map<String, Object> ends(long node, String side, String port) {
        Map<String, Object> ends = new LinkedHashMap<>();
        ends.put("node", Long.toString(node));
        ends.put(side, port);
        return ends;
    }
}
