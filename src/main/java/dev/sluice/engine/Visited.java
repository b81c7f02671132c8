package dev.sluice.engine;

import dev.sluice.payload.Patch;
import java.util.List;

/**
 * One node of a run's trail.
 *
 * @param nodeId the node's id in the graph, a number where it is one
 * @param module id of the module
 * @param type what the node stores as its kind: logic, action
 * @param result of actions continued, failed, stopped; of logic the exit taken; of both error, disabled, unknown
 * @param errors a sentence each
 * @param durationMicros time spent in the module
 * @param changes what the module did to the data
 */
public record Visited(
        Object nodeId,
        String module,
        String type,
        String result,
        List<String> errors,
        long durationMicros,
        Patch changes) {

    /** One that changed nothing, as far as is known yet. */
    public Visited(Object nodeId, String module, String type, String result, List<String> errors, long durationMicros) {
        this(nodeId, module, type, result, errors, durationMicros, Patch.NONE);
    }

    Visited changing(Patch patch) {
        return new Visited(nodeId, module, type, result, errors, durationMicros, patch);
    }

    static final String CONTINUED = "continued";
    static final String FAILED = "failed";
    static final String STOPPED = "stopped";
    static final String ERROR = "error";
    static final String DISABLED = "disabled";
    static final String UNKNOWN = "unknown";

    /** Whether the module broke, which may be otherwise another time. */
    public boolean isError() {
        return result.equals(ERROR);
    }

    /** Whether the module could not run or broke. */
    boolean wentWrong() {
        return result.equals(ERROR) || result.equals(DISABLED) || result.equals(UNKNOWN);
    }
}
