package dev.sluice.engine;

import java.time.Duration;
import java.util.Map;

/**
 * One call of a trigger.
 *
 * @param runId the id that the run gets
 * @param raw what the platform sent; given away to the run
 * @param input the same as JSON text in UTF-8, for the history; null where it is not to be kept
 * @param dryRun whether outside effects are recorded instead of done
 * @param depth how many workflow runs lie behind this call
 * @param deadline how long the caller waits; null where nobody does
 * @param open what counts when no decision could be made: true lets the caller proceed
 * @param again which run is repeated; null for a new one
 */
public record Call(
        String runId,
        Map<String, Object> raw,
        byte[] input,
        boolean dryRun,
        int depth,
        Duration deadline,
        boolean open,
        Again again) {

    /** A new one of which no input is kept. */
    public Call(String runId, Map<String, Object> raw, boolean dryRun, int depth, Duration deadline, boolean open) {
        this(runId, raw, null, dryRun, depth, deadline, open, null);
    }
}
