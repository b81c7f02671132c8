package dev.sluice.modules.trigger;

import dev.sluice.module.Spec;
import dev.sluice.module.Trigger;
import dev.sluice.modules.BuiltInModule;
import io.smallrye.mutiny.Uni;
import java.util.Map;

@BuiltInModule
final class ObjectAfterSave implements Trigger {
    private final Sent sent;

    ObjectAfterSave(Sent sent) {
        this.sent = sent;
    }

    @Override
    public Spec spec() {
        return Spec.trigger("object-after-save", "Object After Save", "object")
                .describedAs("Fires each time an object is saved.")
                .icon("cubes")
                .coreFormat()
                .overhead(
                        Spec.Overhead.HIGH,
                        "Fires once for every object, so an import of many objects fires it as many times.")
                .build();
    }

    @Override
    public Uni<Map<String, Object>> normalize(Map<String, Object> raw) {
        return sent.normalized(raw);
    }
}
