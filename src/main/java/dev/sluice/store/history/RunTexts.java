package dev.sluice.store.history;

import dev.sluice.engine.Run;
import dev.sluice.engine.Visited;
import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import java.util.List;

/** The parts of a run that are kept as JSON text, in the form that callers are answered; what is empty is null. */
final class RunTexts {
    private RunTexts() {}

    static String list(List<?> items) {
        return items.isEmpty() ? null : Json.write(items);
    }

    static String stoppedBy(Run.StoppedBy stopper) {
        return stopper == null
                ? null
                : Json.write(Fields.of("nodeId", stopper.nodeId(), "module", cut(stopper.module(), 191)));
    }

    static String nodes(List<Visited> nodes) {
        return nodes.isEmpty()
                ? null
                : Json.write(nodes.stream().map(RunTexts::node).toList());
    }

    private static Fields node(Visited node) {
        return Fields.of(
                "nodeId", node.nodeId(),
                "module", node.module(),
                "type", node.type(),
                "result", node.result(),
                "errors", node.errors(),
                "durationMicros", node.durationMicros());
    }

    /** PostgreSQL keeps every character but this one. */
    static String storable(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
    }

    /** As {@link #storable}, no longer than its column. */
    static String cut(String text, int length) {
        String storable = storable(text);
        return storable.length() <= length ? storable : storable.substring(0, length);
    }
}
