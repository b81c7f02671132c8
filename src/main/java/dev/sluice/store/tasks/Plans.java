package dev.sluice.store.tasks;

import dev.sluice.engine.Plan;
import dev.sluice.store.Listening;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The plans of the versions that tasks were queued for; old versions are compiled again when they were not needed lately. */
@ApplicationScoped
class Plans {
    private static final int MOST = 32;

    /** Modules may be loaded anew, and the name of a workflow changed. */
    private static final long KEPT_NANOS = Duration.ofSeconds(10).toNanos();

    private record Key(long workflowId, int version) {}

    private record Kept(Plan plan, long since) {}

    private final Listening listening;
    private final Map<Key, Kept> old = new LinkedHashMap<>();

    @Inject
    Plans(Listening listening) {
        this.listening = listening;
    }

    /** Blocks where the version is not the current one. Throws {@code StoreException} where there is none. */
    Plan of(StoredTask task) {
        Plan current = listening.plan(task.trigger()).orElse(null);
        if (current != null
                && current.source().workflowId() == task.workflowId()
                && current.source().version() == task.version()) {
            return current;
        }
        Key key = new Key(task.workflowId(), task.version());
        synchronized (old) {
            Kept kept = old.get(key);
            if (kept != null && System.nanoTime() - kept.since() < KEPT_NANOS) {
                return kept.plan();
            }
        }
        Plan plan = listening.plan(task.workflowId(), task.version());
        synchronized (old) {
            old.remove(key);
            old.put(key, new Kept(plan, System.nanoTime()));
            if (old.size() > MOST) {
                old.remove(old.keySet().iterator().next());
            }
        }
        return plan;
    }
}
