package dev.sluice.store.history;

import java.time.Instant;

/**
 * Which runs; null leaves a part open.
 *
 * @param outcome success, blocked, failure or skipped
 * @param text found in the reasons or the workflow's name, whatever its case
 * @param from the earliest start
 * @param to the start before which a run must have begun
 */
public record RunFilter(
        String trigger, Long workflowId, String outcome, String text, String eventUuid, Instant from, Instant to) {
    /** All runs. */
    public static final RunFilter ALL = new RunFilter(null, null, null, null, null, null, null);
}
