package dev.sluice.store.history;

import java.time.Instant;

/**
 * Which log entries; null leaves a part open.
 *
 * @param level DEBUG, INFO or ERROR
 * @param text found in the message, whatever its case
 * @param from the earliest time
 * @param to the time before which an entry must have been made
 */
public record LogFilter(
        String trigger, Long workflowId, String runId, String level, String text, Instant from, Instant to) {
    /** All entries. */
    public static final LogFilter ALL = new LogFilter(null, null, null, null, null, null, null);
}
