package dev.sluice.modules.trigger;

import dev.sluice.module.Spec;
import dev.sluice.module.Trigger;
import dev.sluice.modules.BuiltInModule;
import io.smallrye.mutiny.Uni;
import java.util.Map;

@BuiltInModule
final class EventPublish implements Trigger {
    private final Sent sent;

    EventPublish(Sent sent) {
        this.sent = sent;
    }

    @Override
    public Spec spec() {
        return Spec.trigger("event-publish", "Event Publish", "event")
                .describedAs("Asked before an event is published. A no keeps it from being published.")
                .icon("upload")
                .blocking()
                .coreFormat()
                .overhead(Spec.Overhead.LOW, "")
                .build();
    }

    @Override
    public Uni<Map<String, Object>> normalize(Map<String, Object> raw) {
        return sent.normalized(raw);
    }
}
