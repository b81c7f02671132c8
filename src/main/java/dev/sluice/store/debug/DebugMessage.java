package dev.sluice.store.debug;

import java.time.Instant;

/**
 * A request of debug mode as the own listener keeps it.
 *
 * @param id counts up over all workflows
 * @param path with its query, as it would have been posted
 * @param body JSON in UTF-8
 */
public record DebugMessage(long id, Instant at, String runId, String path, byte[] body) {}
