package dev.sluice.module;

import dev.sluice.payload.Fields;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Whether a run may act on the world, and what a dry run would have done. Ports ask it before they do anything. */
public final class Effects {
    private static final Effects REAL = new Effects(null);

    private final List<Map<String, Object>> recorded;

    private Effects(List<Map<String, Object>> recorded) {
        this.recorded = recorded;
    }

    /** Things are done. */
    public static Effects real() {
        return REAL;
    }

    /** Nothing is done; what would have been is written down. Safe to use from several threads. */
    public static Effects recording() {
        return new Effects(Collections.synchronizedList(new ArrayList<>()));
    }

    /** Whether this is a dry run. */
    public boolean areRecorded() {
        return recorded != null;
    }

    /** Writes down what would have been done: a kind like {@code misp.tag.add}, then alternating keys and values. */
    public void record(String kind, Object... details) {
        Fields effect = Fields.of("kind", kind);
        effect.putAll(Fields.of(details));
        recorded.add(effect);
    }

    /** What was recorded so far, in order; empty in a real run. */
    public List<Map<String, Object>> recorded() {
        return recorded == null ? List.of() : List.copyOf(recorded);
    }
}
