package dev.sluice.outside.misp;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which runs of which workflow changed which thing within the last minute. Bounded: what changed longest ago is forgotten. */
final class Changers {
    private static final int MOST_THINGS = 10_000;
    private static final int MOST_RUNS = 1_000;
    private static final long KEPT = Duration.ofMinutes(1).toSeconds();

    private record Key(long workflowId, String thing) {}

    private record Change(String runId, long at) {}

    private final Map<Key, Deque<Change>> changes = new LinkedHashMap<>();

    /** Changes of one run to one thing count once. */
    synchronized void changed(long workflowId, String thing, String runId, long now) {
        Key key = new Key(workflowId, thing);
        Deque<Change> known = changes.remove(key);
        Deque<Change> runs = known == null ? new ArrayDeque<>(2) : known;
        forget(runs, now);
        if (runs.stream().noneMatch(it -> it.runId().equals(runId))) {
            if (runs.size() >= MOST_RUNS) {
                runs.removeFirst();
            }
            runs.addLast(new Change(runId, now));
        }
        changes.put(key, runs);
        if (changes.size() > MOST_THINGS) {
            changes.remove(changes.keySet().iterator().next());
        }
    }

    synchronized int count(long workflowId, String thing, long now) {
        Deque<Change> runs = changes.get(new Key(workflowId, thing));
        if (runs == null) {
            return 0;
        }
        forget(runs, now);
        return runs.size();
    }

    private static void forget(Deque<Change> runs, long now) {
        while (!runs.isEmpty() && runs.peekFirst().at() <= now - KEPT) {
            runs.removeFirst();
        }
    }
}
