package dev.sluice.store;

import java.time.Instant;

/**
 * A version of a workflow.
 *
 * @param number from 1, without gaps
 * @param graph JSON text of the Drawflow form
 */
public record VersionRow(long workflowId, int number, Instant createdAt, String graph) {}
