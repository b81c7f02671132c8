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
 * @param replayOf the run that this one repeats, or null
 * @param nodes of each {@code nodeId, module, type, result, errors, durationMicros} and, where it changed the data,
 *     {@code changes} (a JSON Patch) and perhaps {@code changesCut}; empty in lists, as the following three
 * @param blockedPaths each a list of wires
 * @param effects what a dry run would have done
 * @param noInput why it cannot be repeated, or null
 */
public record StoredRun(
        String id,
        String parentId,
        String replayOf,
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
        String noInput,
        boolean dryRun,
        String eventUuid,
        Instant startedAt,
        long durationMicros) {
    private static final Details NOTHING = new Details(null, List.of(), List.of(), List.of(), null);

    /** As lists show it, without its details. */
    static StoredRun of(RunEntity entity) {
        return of(entity, NOTHING);
    }

    static StoredRun of(RunEntity entity, Details details) {
        return new StoredRun(
                entity.id.toString(),
                entity.parentId == null ? null : entity.parentId.toString(),
                entity.replayOf == null ? null : entity.replayOf.toString(),
                entity.triggerId,
                entity.workflowId,
                entity.workflowVersion,
                entity.workflowName,
                entity.outcome,
                entity.proceed,
                entity.reasons == null ? List.of() : reasons(entity.reasons),
                details.stoppedBy(),
                details.nodes(),
                details.blockedPaths(),
                details.effects(),
                details.noInput(),
                entity.dryRun,
                entity.eventUuid == null ? "" : entity.eventUuid,
                entity.startedAt,
                entity.durationMicros);
    }

    @SuppressWarnings("unchecked") // we wrote it
    private static List<Object> reasons(String json) {
        return (List<Object>) Json.parse(json);
    }
}
