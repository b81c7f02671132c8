package dev.sluice.modules.trigger;

import dev.sluice.module.Spec;
import dev.sluice.module.Trigger;
import dev.sluice.modules.BuiltInModule;
import io.smallrye.mutiny.Uni;
import java.util.Map;

@BuiltInModule
final class ShadowAttributeAfterSave implements Trigger {
    private final Sent sent;

    ShadowAttributeAfterSave(Sent sent) {
        this.sent = sent;
    }

    @Override
    public Spec spec() {
        return Spec.trigger("shadow-attribute-after-save", "Shadow Attribute After Save", "shadow-attribute")
                .describedAs("Fires when a proposal has been saved.")
                .icon("comment")
                .coreFormat()
                .overhead(Spec.Overhead.MEDIUM, "Fires once for every proposal.")
                .build();
    }

    @Override
    public Uni<Map<String, Object>> normalize(Map<String, Object> raw) {
        return sent.proposal(raw);
    }
}
