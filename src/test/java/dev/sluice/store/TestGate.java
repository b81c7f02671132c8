package dev.sluice.store;

import dev.sluice.module.Action;
import dev.sluice.module.Spec;
import dev.sluice.module.Step;
import dev.sluice.module.Visit;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** An action that waits until a test opens it. */
@ApplicationScoped
public class TestGate implements Action {
    private final Queue<UniEmitter<? super Step>> waiting = new ConcurrentLinkedQueue<>();

    @Override
    public Spec spec() {
        return Spec.action("test-gate", "Test gate").build();
    }

    @Override
    public Uni<Step> act(Visit visit) {
        return Uni.createFrom().emitter(it -> waiting.add(it));
    }

    /** How many wait before it. */
    public int waiting() {
        return waiting.size();
    }

    /** Lets all go on that wait. */
    public void open() {
        for (UniEmitter<? super Step> next = waiting.poll(); next != null; next = waiting.poll()) {
            next.complete(new Step.GoOn(List.of()));
        }
    }
}
