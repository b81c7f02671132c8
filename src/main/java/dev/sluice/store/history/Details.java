package dev.sluice.store.history;

import dev.sluice.engine.Run;
import dev.sluice.engine.Visited;
import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import dev.sluice.payload.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What of a run is kept compressed, in the form that callers are answered; what is empty is left out.
 *
 * @param stoppedBy {@code nodeId} and {@code module}, or null
 * @param nodes the trail
 * @param blockedPaths each a list of wires
 * @param effects what a dry run would have done
 * @param noInput why the input was not kept, or null
 */
record Details(
        Map<String, Object> stoppedBy,
        List<Object> nodes,
        List<Object> blockedPaths,
        List<Object> effects,
        String noInput) {

    /** Of a run, as JSON text. */
    static byte[] write(Run run, String noInput, Redaction redaction) {
        Fields details = new Fields();
        if (run.stoppedBy() != null) {
            details.put(
                    "stoppedBy",
                    Fields.of(
                            "nodeId",
                            run.stoppedBy().nodeId(),
                            "module",
                            run.stoppedBy().module()));
        }
        List<Fields> nodes = new ArrayList<>(run.nodes().size());
        boolean telling = !run.effects().isEmpty();
        for (Visited node : run.nodes()) {
            nodes.add(node(node));
            telling |= !node.changes().isEmpty();
        }
        put(details, "nodes", nodes);
        put(details, "blockedPaths", run.blockedPaths());
        put(details, "effects", run.effects());
        if (noInput != null) {
            details.put("noInput", noInput);
        }
        byte[] json = Json.writeBytes(details);
        return telling ? redaction.masked(json) : json;
    }

    private static void put(Fields details, String name, List<?> items) {
        if (!items.isEmpty()) {
            details.put(name, items);
        }
    }

    private static Fields node(Visited node) {
        Fields fields = Fields.of(
                "nodeId", node.nodeId(),
                "module", node.module(),
                "type", node.type(),
                "result", node.result(),
                "errors", node.errors(),
                "durationMicros", node.durationMicros());
        Patch changes = node.changes();
        if (!changes.isEmpty()) {
            fields.put("changes", changes.operations());
            if (!changes.complete()) {
                fields.put("changesCut", true);
            }
        }
        return fields;
    }

    /** As they were written. */
    @SuppressWarnings("unchecked") // we wrote it
    static Details read(byte[] json) {
        Map<String, Object> all = (Map<String, Object>) Json.parse(json);
        return new Details(
                (Map<String, Object>) all.get("stoppedBy"),
                list(all, "nodes"),
                list(all, "blockedPaths"),
                list(all, "effects"),
                (String) all.get("noInput"));
    }

    @SuppressWarnings("unchecked") // we wrote it
    private static List<Object> list(Map<String, Object> all, String name) {
        return (List<Object>) all.getOrDefault(name, List.of());
    }
}
