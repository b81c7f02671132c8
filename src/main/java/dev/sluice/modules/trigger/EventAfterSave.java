package dev.sluice.modules.trigger;

import dev.sluice.module.Spec;
import dev.sluice.module.Trigger;
import dev.sluice.modules.BuiltInModule;
import io.smallrye.mutiny.Uni;
import java.util.Map;

@BuiltInModule
final class EventAfterSave implements Trigger {
    private final Sent sent;

    EventAfterSave(Sent sent) {
        this.sent = sent;
    }

    @Override
    public Spec spec() {
        return Spec.trigger("event-after-save", "Event After Save", "event")
                .describedAs("Fires each time the row of an event is saved. The attributes are not part of it.")
                .icon("envelope")
                .coreFormat()
                .overhead(
                        Spec.Overhead.HIGH,
                        "Fires for changes of attributes and tags, too, because they touch the event.")
                .build();
    }

    @Override
    public Uni<Map<String, Object>> normalize(Map<String, Object> raw) {
        return sent.normalized(raw);
    }
}
