package dev.sluice.store.history;

import dev.sluice.payload.Json;
import dev.sluice.store.db.RunEntity;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A run as it was kept, its parts in the form that callers are answered.
 *
 * @param parentId the run that sent this branch off; null for a trigger call
 * @param outcome success, blocked, failure or skipped
 * @param stoppedBy {@code nodeId} and {@code module}, or null
 * @param nodes of each {@code nodeId, module, type, result, errors, durationMicros}
 * @param blockedPaths each a list of wires
 */
public record StoredRun(
        String id,
        String parentId,
        String trigger,
        long workflowId,
        int workflowVersion,
        String workflowName,
        String outcome,
        boolean proceed,
        List<Object> reasons,
        Map<String, Object> stoppedBy,
        List<Object> nodes,
        List<Object> blockedPaths,
        List<Object> effects,
        boolean dryRun,
        String eventUuid,
        Instant startedAt,
        long durationMicros) {

    static StoredRun of(RunEntity entity) {
        return new StoredRun(
                entity.id.toString(),
                entity.parentId == null ? null : entity.parentId.toString(),
                entity.triggerId,
                entity.workflowId,
                entity.workflowVersion,
                entity.workflowName,
                entity.outcome,
                entity.proceed,
                list(entity.reasons),
                map(entity.stoppedBy),
                list(entity.nodes),
                list(entity.blockedPaths),
                list(entity.effects),
                entity.dryRun,
                entity.eventUuid,
                entity.startedAt,
                entity.durationMicros);
    }

    @SuppressWarnings("unchecked") // we wrote it
    private static List<Object> list(String json) {
        return json == null ? List.of() : (List<Object>) Json.parse(json);
    }

    @SuppressWarnings("unchecked") // we wrote it
    private static Map<String, Object> map(String json) {
        return json == null ? null : (Map<String, Object>) Json.parse(json);
    }
}
