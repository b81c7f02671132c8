package dev.sluice.engine;

import dev.sluice.payload.Patch;
import java.util.List;

/**
 * That a call repeats an earlier run.
 *
 * @param runId the earlier run
 * @param from the node to begin with, which is executed; null to begin with the trigger
 * @param changes what the nodes before that one had done to the data, in their order
 */
public record Again(String runId, String from, List<Patch> changes) {
    /** From the start. */
    public static Again whole(String runId) {
        return new Again(runId, null, List.of());
    }
}
