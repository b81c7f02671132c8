package dev.sluice.modules.trigger;

import dev.sluice.module.Spec;
import dev.sluice.module.Trigger;
import dev.sluice.modules.BuiltInModule;
import io.smallrye.mutiny.Uni;
import java.util.Map;

@BuiltInModule
final class EnrichmentBeforeQuery implements Trigger {
    private final Sent sent;

    EnrichmentBeforeQuery(Sent sent) {
        this.sent = sent;
    }

    @Override
    public Spec spec() {
        return Spec.trigger("enrichment-before-query", "Enrichment Before Query", "others")
                .describedAs("Asked before an enrichment module is queried. The name of the module is in `_module`.")
                .icon("asterisk")
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
