package dev.sluice.store.debug;

import dev.sluice.store.history.HistoryConfig;
import dev.sluice.store.history.Redaction;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Requests between runs, which never wait, and the one thread that takes secrets out of them and hands them over in the
 * order they came. What finds no room, or cannot be delivered, is counted and gone.
 */
@Singleton
class DebugQueue {
    private static final Logger LOG = Logger.getLogger(DebugMode.class);
    private static final long WARNING_NANOS = Duration.ofMinutes(1).toNanos();

    private final int capacity;
    private final long capacityBytes;
    private final DebugAddress address;
    private final Redaction redaction;
    private final Counter dropped;
    private final Counter failed;
    private final Deque<DebugRequest> waiting = new ArrayDeque<>();
    private final AtomicLong warnedAt = new AtomicLong(System.nanoTime() - WARNING_NANOS);
    private volatile int count;
    private long addedCount;
    private long doneCount;
    private long bytes;
    private Thread thread;
    private boolean closed;

    @Inject
    DebugQueue(DebugConfig config, DebugAddress address, HistoryConfig history, MeterRegistry metrics) {
        this.capacity = config.waiting();
        this.capacityBytes = config.waitingBytes().asLongValue();
        this.address = address;
        this.redaction = new Redaction(history.redact());
        this.dropped = dropped("full", metrics);
        this.failed = dropped("undelivered", metrics);
        Gauge.builder("sluice.debug.waiting", this, it -> it.count)
                .description("requests of debug mode that wait to be handed over")
                .register(metrics);
    }

    private static Counter dropped(String reason, MeterRegistry metrics) {
        return Counter.builder("sluice.debug.dropped")
                .description("requests of debug mode that were lost, because too many waited or no listener took them")
                .tag("reason", reason)
                .register(metrics);
    }

    /** Whether it is worth the trouble to make a request. */
    boolean hasRoom() {
        return count < capacity;
    }

    /** Counts a request that was not made because there is no room for it. */
    void noRoom() {
        dropped.increment();
        warn("because " + capacity + " others or " + capacityBytes
                + " bytes wait to be handed over (sluice.debug.waiting, sluice.debug.waiting-bytes)");
    }

    /** Hands over a request some time soon, or not at all. Never blocks. */
    void add(DebugRequest request) {
        if (!put(request)) {
            noRoom();
        }
    }

    private synchronized boolean put(DebugRequest request) {
        if (closed || waiting.size() >= capacity || bytes + request.size() > capacityBytes) {
            return false;
        }
        waiting.add(request);
        addedCount++;
        count = waiting.size();
        bytes += request.size();
        if (thread == null) {
            thread = new Thread(this::work, "sluice-debug");
            thread.setDaemon(true);
            thread.start();
        }
        notifyAll();
        return true;
    }

    /** The next request; it counts as waiting until it is dealt with. */
    private synchronized DebugRequest next() throws InterruptedException {
        while (waiting.isEmpty() && !closed) {
            wait();
        }
        if (closed) {
            throw new InterruptedException();
        }
        return waiting.peek();
    }

    private synchronized void done() {
        bytes -= waiting.remove().size();
        count = waiting.size();
        doneCount++;
        notifyAll();
    }

    /** Waits until what was added before is dealt with, or so long. */
    synchronized void await(Duration atMost) throws InterruptedException {
        long upTo = addedCount;
        long until = System.nanoTime() + atMost.toNanos();
        for (long left = atMost.toMillis();
                doneCount < upTo && left > 0;
                left = (until - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
    }

    private void work() {
        try {
            while (true) {
                DebugRequest request = next();
                try {
                    handOver(request);
                } finally {
                    done();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void handOver(DebugRequest request) {
        try {
            byte[] clean = redaction.clean(request.body());
            address.deliver(
                    new DebugRequest(request.workflowId(), request.runId(), request.at(), request.path(), clean));
        } catch (RuntimeException e) {
            failed.increment();
            warn("because " + address.shown() + " did not take them: " + e.getMessage());
        }
    }

    /** At most once a minute. */
    private void warn(String why) {
        long last = warnedAt.get();
        if (System.nanoTime() - last >= WARNING_NANOS && warnedAt.compareAndSet(last, System.nanoTime())) {
            LOG.warnf("Requests of debug mode are lost %s", why);
        }
    }

    /** What still waits is of no use to anybody. */
    @PreDestroy
    synchronized void close() {
        closed = true;
        if (thread != null) {
            thread.interrupt();
        }
    }
}
