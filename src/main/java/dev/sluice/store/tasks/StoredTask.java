package dev.sluice.store.tasks;

import java.time.Instant;
import java.util.UUID;

/**
 * What a task is to do.
 *
 * @param id of the task and of its run
 * @param parentId the run that sent this branch off; null for a trigger call
 * @param startNode where a branch starts; null for a trigger call
 */
record StoredTask(
        UUID id,
        UUID parentId,
        String trigger,
        long workflowId,
        int version,
        String startNode,
        int depth,
        UUID payloadId,
        Instant createdAt) {

    boolean isBranch() {
        return startNode != null;
    }
}
