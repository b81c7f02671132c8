package dev.sluice.store.history;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * An entry of the execution log.
 *
 * @param id the run's, a slash, and which of its entries it is
 * @param level DEBUG, INFO or ERROR
 */
@RegisterForReflection
public record LogRow(
        String id, Instant at, String runId, String trigger, long workflowId, String level, String message) {}
