package dev.sluice.modules.trigger;

import dev.sluice.module.Spec;
import dev.sluice.module.Trigger;
import dev.sluice.modules.BuiltInModule;
import io.smallrye.mutiny.Uni;
import java.util.Map;

@BuiltInModule
final class EventBeforeSave implements Trigger {
    private final Sent sent;

    EventBeforeSave(Sent sent) {
        this.sent = sent;
    }

    @Override
    public Spec spec() {
        return Spec.trigger("event-before-save", "Event Before Save", "event")
                .describedAs("Asked before the row of an event is saved. A no keeps it from being saved.")
                .icon("envelope")
                .blocking()
                .coreFormat()
                .overhead(
                        Spec.Overhead.HIGH,
                        "Asked at every change of an event. A workflow that says no too often makes the platform unusable.")
                .build();
    }

    @Override
    public Uni<Map<String, Object>> normalize(Map<String, Object> raw) {
        return sent.normalized(raw);
    }
}
