package dev.sluice.modules.trigger;

import dev.sluice.module.Origin;
import dev.sluice.module.Spec;
import dev.sluice.module.Trigger;
import io.smallrye.mutiny.Uni;
import java.util.Map;

/**
 * A trigger that was declared at run time, for a platform of one's own.
 *
 * @param coreFormat whether its payload is brought into MISP core format; otherwise modules see it as it was sent
 */
public record NamedTrigger(
        String id, String name, String scope, boolean blocking, boolean coreFormat, String description)
        implements Trigger {
    @Override
    public Spec spec() {
        Spec.Draft draft = Spec.trigger(id, name, scope)
                .describedAs(description)
                .icon("bolt")
                .from(Origin.DECLARED)
                .overhead(Spec.Overhead.LOW, "");
        if (blocking) {
            draft.blocking();
        }
        if (coreFormat) {
            draft.coreFormat();
        }
        return draft.build();
    }

    @Override
    public Uni<Map<String, Object>> normalize(Map<String, Object> raw) {
        return coreFormat ? Sent.alone(raw) : Uni.createFrom().item(raw);
    }
}
