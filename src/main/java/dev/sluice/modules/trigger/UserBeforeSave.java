package dev.sluice.modules.trigger;

import dev.sluice.module.Spec;
import dev.sluice.module.Trigger;
import dev.sluice.modules.BuiltInModule;
import io.smallrye.mutiny.Uni;
import java.util.Map;

@BuiltInModule
final class UserBeforeSave implements Trigger {
    @Override
    public Spec spec() {
        return Spec.trigger("user-before-save", "User Before Save", "user")
                .describedAs("Asked before a user is added or changed. A no keeps the change from being saved.")
                .icon("user-plus")
                .blocking()
                .overhead(Spec.Overhead.LOW, "")
                .build();
    }

    @Override
    public Uni<Map<String, Object>> normalize(Map<String, Object> raw) {
        return Uni.createFrom().item(raw);
    }
}
