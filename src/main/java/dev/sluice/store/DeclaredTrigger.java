package dev.sluice.store;

import dev.sluice.module.Spec;
import dev.sluice.module.Trigger;
import io.smallrye.mutiny.Uni;
import java.util.Map;

/** A trigger made of what a user declared. */
final class DeclaredTrigger implements Trigger {
    private final Spec spec;

    DeclaredTrigger(NamedTriggers.Declaration declared) {
        Spec.Draft draft =
                Spec.trigger(declared.id(), declared.name(), declared.scope()).describedAs(declared.description());
        if (declared.blocking()) {
            draft.blocking();
        }
        if (declared.coreFormat()) {
            draft.coreFormat();
        }
        spec = draft.build();
    }

    @Override
    public Spec spec() {
        return spec;
    }

    @Override
    public Uni<Map<String, Object>> normalize(Map<String, Object> raw) {
        return Uni.createFrom().item(raw);
    }
}
