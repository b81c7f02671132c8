package dev.sluice.modules.trigger;

import dev.sluice.module.Spec;
import dev.sluice.module.Trigger;
import dev.sluice.modules.BuiltInModule;
import io.smallrye.mutiny.Uni;
import java.util.Map;

@BuiltInModule
final class PostAfterSave implements Trigger {
    @Override
    public Spec spec() {
        return Spec.trigger("post-after-save", "Post After Save", "post")
                .describedAs("Fires when a discussion post is saved.")
                .icon("comment")
                .overhead(Spec.Overhead.LOW, "")
                .build();
    }

    @Override
    public Uni<Map<String, Object>> normalize(Map<String, Object> raw) {
        return Uni.createFrom().item(raw.get("Post") == null ? null : raw);
    }
}
