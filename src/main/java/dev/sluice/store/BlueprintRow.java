package dev.sluice.store;

import dev.sluice.payload.Json;
import dev.sluice.store.db.BlueprintEntity;

/**
 * A blueprint: nodes to be copied into workflows.
 *
 * @param savedAt unix seconds; what libraries compare
 * @param fromLibrary whether it is as a library has it; an edit takes that away
 * @param nodes JSON text: a list of nodes in the Drawflow form, or a map of them
 */
public record BlueprintRow(
        long id, String uuid, String name, String description, long savedAt, boolean fromLibrary, String nodes) {

    static BlueprintRow of(BlueprintEntity entity) {
        return new BlueprintRow(
                entity.id,
                entity.uuid,
                entity.name,
                entity.description,
                entity.savedAt,
                entity.fromLibrary,
                entity.nodes);
    }

    /** The nodes as a tree for {@code Drawflow.read}; parsed at each call. */
    public Object tree() {
        return Json.parse(nodes);
    }
}
