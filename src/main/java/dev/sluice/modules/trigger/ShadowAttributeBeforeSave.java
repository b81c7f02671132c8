package dev.sluice.modules.trigger;

import dev.sluice.module.Spec;
import dev.sluice.module.Trigger;
import dev.sluice.modules.BuiltInModule;
import io.smallrye.mutiny.Uni;
import java.util.Map;

@BuiltInModule
final class ShadowAttributeBeforeSave implements Trigger {
    private final Sent sent;

    ShadowAttributeBeforeSave(Sent sent) {
        this.sent = sent;
    }

    @Override
    public Spec spec() {
        return Spec.trigger("shadow-attribute-before-save", "Shadow Attribute Before Save", "shadow-attribute")
                .describedAs("Asked before a proposal is saved. A no keeps it from being saved.")
                .icon("comment")
                .blocking()
                .coreFormat()
                .overhead(Spec.Overhead.MEDIUM, "Asked once for every proposal.")
                .build();
    }

    @Override
    public Uni<Map<String, Object>> normalize(Map<String, Object> raw) {
        return sent.proposal(raw);
    }
}
