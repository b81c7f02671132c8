package dev.sluice.modules.trigger;

import dev.sluice.module.Spec;
import dev.sluice.module.Trigger;
import dev.sluice.modules.BuiltInModule;
import io.smallrye.mutiny.Uni;
import java.util.Map;

@BuiltInModule
final class SightingAfterSave implements Trigger {
    private final Sent sent;

    SightingAfterSave(Sent sent) {
        this.sent = sent;
    }

    @Override
    public Spec spec() {
        return Spec.trigger("sighting-after-save", "Sighting After Save", "sighting")
                .describedAs("Fires when a sighting has been saved.")
                .icon("eye")
                .coreFormat()
                .overhead(Spec.Overhead.MEDIUM, "Fires once for every sighting.")
                .build();
    }

    @Override
    public Uni<Map<String, Object>> normalize(Map<String, Object> raw) {
        return sent.sighting(raw);
    }
}
