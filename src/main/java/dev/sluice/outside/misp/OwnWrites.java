package dev.sluice.outside.misp;

import dev.sluice.module.Echoes;
import dev.sluice.module.Occasion;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What we wrote lately. MISP tells its workflows of it while the call is still open, and does not hand on the depth that
 * came with it; so a change is taken for ours where we write to that very thing at this moment, or where the time stamp
 * MISP gave it lies within a write of ours; a tag, which bears no time, for a minute. Bounded, and forgotten after ten minutes.
 */
@Singleton
class OwnWrites implements Echoes {
    private static final int MOST_THINGS = 10_000;
    private static final int MOST_WRITES = 16;
    private static final long KEPT = Duration.ofMinutes(10).toSeconds();

    private static final long LATELY = Duration.ofMinutes(1).toSeconds();

    /** A write in seconds of the clock; an open one ends never. */
    private record Write(long from, long to, int depth) {}

    private final Clock clock;
    private final Changers changers = new Changers();
    private final Map<String, Deque<Write>> writes = new LinkedHashMap<>();

    @Inject
    OwnWrites(Clock clock) {
        this.clock = clock;
    }

    /** Does the write, remembering that what is named (ids, uuids) is written to meanwhile. */
    <T> Uni<T> during(int depth, List<String> things, Supplier<Uni<T>> write) {
        return Uni.createFrom().deferred(() -> {
            Write open = new Write(now(), Long.MAX_VALUE, depth);
            add(things, null, open);
            return write.get().onTermination().invoke(() -> add(things, open, new Write(open.from(), now(), depth)));
        });
    }

    @Override
    public synchronized int depth(String thing, long timestamp) {
        int depth = 0;
        for (Write write : writes.getOrDefault(thing, new ArrayDeque<>())) {
            boolean open = write.to() == Long.MAX_VALUE;
            if (open || (timestamp >= write.from() && timestamp <= write.to() && now() - write.to() <= KEPT)) {
                depth = Math.max(depth, write.depth());
            }
        }
        return depth;
    }

    @Override
    public synchronized int lately(String thing) {
        int depth = 0;
        for (Write write : writes.getOrDefault(thing, new ArrayDeque<>())) {
            if (write.to() == Long.MAX_VALUE || now() - write.to() <= LATELY) {
                depth = Math.max(depth, write.depth());
            }
        }
        return depth;
    }

    /** Notes which run is about to change what is named. */
    void note(Occasion by, List<String> things) {
        things.forEach(it -> changers.changed(by.workflowId(), it, by.runId(), now()));
    }

    @Override
    public int runs(long workflowId, String thing) {
        return changers.count(workflowId, thing, now());
    }

    private synchronized void add(List<String> things, Write before, Write write) {
        for (String thing : things) {
            Deque<Write> known = writes.remove(thing);
            Deque<Write> all = known == null ? new ArrayDeque<>(2) : known;
            all.remove(before);
            if (all.size() >= MOST_WRITES) {
                all.removeFirst();
            }
            all.addLast(write);
            writes.put(thing, all);
        }
        var oldest = writes.values().iterator();
        while (oldest.hasNext()) {
            Deque<Write> candidate = oldest.next();
            if (writes.size() <= MOST_THINGS && !isOld(candidate)) {
                return;
            }
            oldest.remove();
        }
    }

    private boolean isOld(Deque<Write> all) {
        return all.stream().allMatch(it -> it.to() < now() - KEPT);
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
