package dev.sluice.store;

import dev.sluice.module.Spec;
import dev.sluice.module.Trigger;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** A trigger that takes what it gets. */
@ApplicationScoped
public class TestStart implements Trigger {
    @Override
    public Spec spec() {
        return Spec.trigger("test-start", "Test start", "test").build();
    }

    @Override
    public Uni<Map<String, Object>> normalize(Map<String, Object> raw) {
        return Uni.createFrom().item(raw);
    }
}
