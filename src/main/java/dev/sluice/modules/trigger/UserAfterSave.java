package dev.sluice.modules.trigger;

import dev.sluice.module.Spec;
import dev.sluice.module.Trigger;
import dev.sluice.modules.BuiltInModule;
import io.smallrye.mutiny.Uni;
import java.util.Map;

@BuiltInModule
final class UserAfterSave implements Trigger {
    @Override
    public Spec spec() {
        return Spec.trigger("user-after-save", "User After Save", "user")
                .describedAs("Fires when a user has been added or changed.")
                .icon("user-edit")
                .overhead(Spec.Overhead.LOW, "")
                .build();
    }

    @Override
    public Uni<Map<String, Object>> normalize(Map<String, Object> raw) {
        return Uni.createFrom().item(raw);
    }
}
