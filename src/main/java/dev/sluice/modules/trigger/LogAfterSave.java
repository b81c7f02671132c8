package dev.sluice.modules.trigger;

import dev.sluice.module.Spec;
import dev.sluice.module.Trigger;
import dev.sluice.modules.BuiltInModule;
import io.smallrye.mutiny.Uni;
import java.util.Map;

@BuiltInModule
final class LogAfterSave implements Trigger {
    @Override
    public Spec spec() {
        return Spec.trigger("log-after-save", "Log After Save", "log")
                .describedAs("Fires each time something is written to the log of the platform.")
                .icon("file")
                .overhead(Spec.Overhead.HIGH, "Fires at nearly everything that happens.")
                .build();
    }

    @Override
    public Uni<Map<String, Object>> normalize(Map<String, Object> raw) {
        return Uni.createFrom().item(raw);
    }
}
