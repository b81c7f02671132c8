package dev.sluice.modules.trigger;

import dev.sluice.module.Spec;
import dev.sluice.module.Trigger;
import dev.sluice.modules.BuiltInModule;
import io.smallrye.mutiny.Uni;
import java.util.Map;

@BuiltInModule
final class EventAfterSaveNew implements Trigger {
    private final Sent sent;

    EventAfterSaveNew(Sent sent) {
        this.sent = sent;
    }

    @Override
    public Spec spec() {
        return Spec.trigger("event-after-save-new", "Event After Save New", "event")
                .describedAs("Fires once a new event is there with everything in it.")
                .icon("envelope")
                .coreFormat()
                .overhead(Spec.Overhead.LOW, "")
                .build();
    }

    @Override
    public Uni<Map<String, Object>> normalize(Map<String, Object> raw) {
        return sent.normalized(raw);
    }
}
