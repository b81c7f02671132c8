package dev.sluice.store;

import dev.sluice.module.Action;
import dev.sluice.module.Spec;
import dev.sluice.module.Step;
import dev.sluice.module.Visit;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** An action that breaks as often as a test wants it to, and remembers under which keys it was called. */
@ApplicationScoped
public class TestFlaky implements Action {
    private final AtomicInteger breaks = new AtomicInteger();
    private final List<String> keys = new CopyOnWriteArrayList<>();

    @Override
    public Spec spec() {
        return Spec.action("test-flaky", "Test flaky").build();
    }

    @Override
    public Uni<Step> act(Visit visit) {
        keys.add(visit.idempotencyKey());
        if (breaks.getAndUpdate(it -> Math.max(0, it - 1)) > 0) {
            throw new IllegalStateException("It broke.");
        }
        return Step.GO_ON;
    }

    /** The next so many visits break; what was remembered is forgotten. */
    public void breaks(int times) {
        breaks.set(times);
        keys.clear();
    }

    /** The keys it was called under, in order. */
    public List<String> keys() {
        return List.copyOf(keys);
    }
}
