package dev.sluice.store;

import dev.sluice.payload.Json;
import dev.sluice.store.db.WorkflowEntity;
import java.time.Instant;

/**
 * A workflow with its current graph.
 *
 * @param enabled kept as MISP keeps it; decides nothing
 * @param counter how often it ran, branches and dry runs not counted
 * @param version number of the current version, from 1
 * @param updatedAt of the last change, be it of the graph or of the name
 * @param graph JSON text of the Drawflow form
 */
public record WorkflowRow(
        long id,
        String uuid,
        String name,
        String description,
        String trigger,
        boolean enabled,
        boolean debugEnabled,
        long counter,
        int version,
        Instant createdAt,
        Instant updatedAt,
        String graph) {

    static WorkflowRow of(WorkflowEntity entity, String graph) {
        return new WorkflowRow(
                entity.id,
                entity.uuid,
                entity.name,
                entity.description,
                entity.triggerId,
                entity.enabled,
                entity.debugEnabled,
                entity.counter,
                entity.version,
                entity.createdAt,
                entity.updatedAt,
                graph);
    }

    /** The graph as a tree for {@code Drawflow.read}; parsed at each call. */
    public Object tree() {
        return Json.parse(graph);
    }
}
