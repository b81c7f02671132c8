package dev.sluice.modules.trigger;

import dev.sluice.module.Spec;
import dev.sluice.module.Trigger;
import dev.sluice.modules.BuiltInModule;
import io.smallrye.mutiny.Uni;
import java.util.Map;

@BuiltInModule
final class EventReportAfterSave implements Trigger {
    private final Sent sent;

    EventReportAfterSave(Sent sent) {
        this.sent = sent;
    }

    @Override
    public Spec spec() {
        return Spec.trigger("event-report-after-save", "Event Report After Save", "event-report")
                .describedAs("Fires when a report is added, changed or deleted softly.")
                .icon("file-alt")
                .coreFormat()
                .overhead(Spec.Overhead.LOW, "")
                .build();
    }

    @Override
    public Uni<Map<String, Object>> normalize(Map<String, Object> raw) {
        return sent.inEvent(raw, "EventReport");
    }
}
