package dev.sluice.store.debug;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** What debug mode told, as far as the own listener keeps it; from memory. */
@Singleton
public final class DebugLog {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final DebugQueue queue;
    private final DebugListener listener;
    private final DebugAddress address;

    @Inject
    DebugLog(DebugQueue queue, DebugListener listener, DebugAddress address) {
        this.queue = queue;
        this.listener = listener;
        this.address = address;
    }

    /** The server that requests are posted to instead of being kept, without its secrets; "" where they are kept. */
    public String server() {
        return address.server();
    }

    /**
     * Those of a workflow that came after the one of that id, newest first, so many at most; what was told before is
     * waited for, up to two seconds. Blocks.
     */
    public List<DebugMessage> latest(long workflowId, long after, int most) {
        try {
            queue.await(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return listener.latest(workflowId, after, most);
    }

    /** Forgets those of a workflow. */
    public void clear(long workflowId) {
        listener.clear(workflowId);
    }
}
