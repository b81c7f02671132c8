package dev.sluice.modules.trigger;

import dev.sluice.module.Spec;
import dev.sluice.module.Trigger;
import dev.sluice.modules.BuiltInModule;
import io.smallrye.mutiny.Uni;
import java.util.Map;

@BuiltInModule
final class AttributeAfterSave implements Trigger {
    private final Sent sent;

    AttributeAfterSave(Sent sent) {
        this.sent = sent;
    }

    @Override
    public Spec spec() {
        return Spec.trigger("attribute-after-save", "Attribute After Save", "attribute")
                .describedAs("Fires each time an attribute is saved, be it new, changed or deleted softly.")
                .icon("cube")
                .coreFormat()
                .overhead(
                        Spec.Overhead.HIGH,
                        "Fires once for every attribute, so an import of many attributes fires it as many times.")
                .build();
    }

    @Override
    public Uni<Map<String, Object>> normalize(Map<String, Object> raw) {
        return sent.normalized(raw);
    }
}
