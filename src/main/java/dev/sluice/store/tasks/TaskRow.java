package dev.sluice.store.tasks;

import java.time.Instant;

/**
 * A task as it is at this moment.
 *
 * @param id of the task and of its run
 * @param parentId the run that sent this branch off; null for a trigger call
 * @param startNode where a branch starts; null for a trigger call
 * @param state waiting, running or dead
 * @param attempts how often it was begun
 * @param lastError why it failed the last time; null where it did not
 * @param nextTry when it is tried again; null where it waits for its turn, runs or is dead
 */
public record TaskRow(
        String id,
        String parentId,
        String trigger,
        long workflowId,
        int workflowVersion,
        String startNode,
        int depth,
        String state,
        int attempts,
        String lastError,
        Instant createdAt,
        Instant nextTry) {}
