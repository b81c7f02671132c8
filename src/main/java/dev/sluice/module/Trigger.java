package dev.sluice.module;

import io.smallrye.mutiny.Uni;
import java.util.Map;

/** The start of a workflow: brings what the platform sent into the shape that modules read. */
public non-sealed interface Trigger extends WorkflowModule {
    /**
     * The payload as modules will see it. The raw payload is the caller's to give away: it may be changed and shared.
     *
     * @return the roaming data, or a null item where the payload is nothing this trigger can use; a failure's message is
     *     shown behind "Error while normalizing data for trigger. Error:"
     */
    Uni<Map<String, Object>> normalize(Map<String, Object> raw);

    /** Whether the conditions set on the trigger node hold for what the platform sent. */
    default boolean accepts(Map<String, Object> raw, Settings settings) {
        return true;
    }
}
