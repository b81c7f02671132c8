package dev.sluice.store.history;

import java.time.Instant;
import java.util.UUID;

/**
 * Which runs; null leaves a part open.
 *
 * @param outcome success, blocked, failure or skipped
 * @param text found in the reasons or the workflow's name, whatever its case
 * @param parentId the run whose branches are asked for
 * @param from the earliest start
 * @param to the start before which a run must have begun
 * @param after only those older than this run: the way to turn pages of a list that grows
 */
public record RunFilter(
        String trigger,
        Long workflowId,
        String outcome,
        String text,
        String eventUuid,
        UUID parentId,
        Instant from,
        Instant to,
        UUID after) {
    /** All runs. */
    public static final RunFilter ALL = new RunFilter(null, null, null, null, null, null, null, null, null);
}
