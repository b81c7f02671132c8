package dev.sluice.store.history;

import dev.sluice.store.db.LogEntity;
import java.time.Instant;

/**
 * An entry of the execution log.
 *
 * @param id counts up in the order of writing
 * @param level DEBUG, INFO or ERROR
 */
public record LogRow(long id, Instant at, String runId, String trigger, long workflowId, String level, String message) {

    static LogRow of(LogEntity entity) {
        return new LogRow(
                entity.id,
                entity.at,
                entity.runId.toString(),
                entity.triggerId,
                entity.workflowId,
                entity.level,
                entity.message);
    }
}
