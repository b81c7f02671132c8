package dev.sluice.store.debug;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Keeps the latest requests of each workflow in memory, in the place of a server that would show them. */
@Singleton
class DebugListener {
    private final int kept;
    private final long keptBytes;
    private final Map<Long, Deque<Received>> byWorkflow = new HashMap<>();
    private long bytes;
    private long last;

    /** One request with its place in the order of all. */
    private record Received(long number, DebugRequest request) {}

    @Inject
    DebugListener(DebugConfig config) {
        this.kept = config.kept();
        this.keptBytes = config.keptBytes().asLongValue();
    }

    synchronized void take(DebugRequest request) {
        Deque<Received> own = byWorkflow.computeIfAbsent(request.workflowId(), it -> new ArrayDeque<>());
        own.add(new Received(++last, request));
        bytes += request.size();
        if (own.size() > kept) {
            drop(own);
        }
        while (bytes > keptBytes) {
            drop(oldest());
        }
        byWorkflow.values().removeIf(Deque::isEmpty);
    }

    private void drop(Deque<Received> from) {
        bytes -= from.remove().request().size();
    }

    private Deque<Received> oldest() {
        return byWorkflow.values().stream()
                .filter(it -> !it.isEmpty())
                .min(java.util.Comparator.comparingLong(it -> it.peek().number()))
                .orElseThrow();
    }

    /** Those of a workflow that came after the one of that number, newest first, so many at most. */
    synchronized List<DebugMessage> latest(long workflowId, long after, int most) {
        List<DebugMessage> found = new ArrayList<>();
        Iterator<Received> newest =
                byWorkflow.getOrDefault(workflowId, new ArrayDeque<>()).descendingIterator();
        while (newest.hasNext() && found.size() < most) {
            Received next = newest.next();
            if (next.number() <= after) {
                break;
            }
            DebugRequest it = next.request();
            found.add(new DebugMessage(next.number(), it.at(), it.runId(), it.path(), it.body()));
        }
        return found;
    }

    synchronized void clear(long workflowId) {
        Deque<Received> own = byWorkflow.remove(workflowId);
        if (own != null) {
            own.forEach(it -> bytes -= it.request().size());
        }
    }
}
