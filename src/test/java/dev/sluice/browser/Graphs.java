package dev.sluice.browser;

import dev.sluice.payload.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Graphs in the form they are stored in. */
final class Graphs {
    private Graphs() {}

    /** A trigger that nothing follows yet. */
    static Fields trigger(String id) {
        return Fields.of("1", node(1, "trigger", id, new Fields(), 0, 0));
    }

    /** With another node; wires are drawn from where they begin. */
    static Fields node(int id, String type, String module, Map<String, Object> params, double x, double y) {
        Fields inputs = type.equals("trigger") ? new Fields() : Fields.of("input_1", ends());
        Fields outputs = new Fields();
        if (!module.equals("stop-execution")) {
            outputs.put("output_1", ends());
        }
        if (module.endsWith("-if")) {
            outputs.put("output_2", ends());
        }
        return Fields.of(
                "id", (long) id,
                "name", module,
                "data",
                        Fields.of(
                                "id", module,
                                "name", module,
                                "module_type", type,
                                "indexed_params", params,
                                "multiple_output_connection", module.equals("concurrent-task")),
                "inputs", inputs,
                "outputs", outputs,
                "pos_x", x,
                "pos_y", y);
    }

    private static Fields ends() {
        return Fields.of("connections", new ArrayList<Object>());
    }

    /** A wire, written down at both ends. */
    @SuppressWarnings("unchecked")
    static void wire(Fields graph, int from, String exit, int to) {
        ((List<Object>) port(graph, from, "outputs", exit).get("connections"))
                .add(Fields.of("node", Integer.toString(to), "output", "input_1"));
        ((List<Object>) port(graph, to, "inputs", "input_1").get("connections"))
                .add(Fields.of("node", Integer.toString(from), "input", exit));
    }

    private static Map<?, ?> port(Fields graph, int node, String side, String name) {
        Map<?, ?> ports = (Map<?, ?>) ((Map<?, ?>) graph.get(Integer.toString(node))).get(side);
        return (Map<?, ?>) ports.get(name);
    }
}
