package dev.sluice.store.history;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/** Runs between those who add them, who never wait, and the one thread that writes them. */
final class Buffer {
    private final int capacity;
    private final int batch;
    private final long patienceNanos;
    private final LongSupplier nanoTime;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition worthWriting = lock.newCondition();
    private final Condition written = lock.newCondition();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private long addedCount;
    private long writtenCount;
    private long hurryUpTo;
    private boolean closed;

    private record Waiting(Kept run, long since) {}

    Buffer(int capacity, int batch, Duration patience, LongSupplier nanoTime) {
        this.capacity = capacity;
        this.batch = batch;
        this.patienceNanos = patience.toNanos();
        this.nanoTime = nanoTime;
    }

    /** Whether there was room. */
    boolean add(Kept run) {
        lock.lock();
        try {
            if (waiting.size() >= capacity) {
                return false;
            }
            waiting.add(new Waiting(run, nanoTime.getAsLong()));
            addedCount++;
            if (waiting.size() == 1 || waiting.size() == batch) {
                worthWriting.signal();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /**
     * The next runs to write, once they are many, or have waited long enough, or somebody asks; empty at the end. The time
     * they waited while others were being written counts: what a kill may cost depends on it.
     */
    List<Kept> take() throws InterruptedException {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) {
                worthWriting.await();
            }
            long left = waiting.isEmpty()
                    ? 0
                    : patienceNanos - (nanoTime.getAsLong() - waiting.peek().since());
            while (waiting.size() < batch && writtenCount >= hurryUpTo && !closed && left > 0) {
                left = worthWriting.awaitNanos(left);
            }
            List<Kept> runs = new ArrayList<>(Math.min(batch, waiting.size()));
            while (runs.size() < batch && !waiting.isEmpty()) {
                runs.add(waiting.poll().run());
            }
            return runs;
        } finally {
            lock.unlock();
        }
    }

    /** That many of those taken are dealt with. */
    void wrote(int count) {
        lock.lock();
        try {
            writtenCount += count;
            written.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until what was added before is dealt with; false where that takes too long. */
    boolean await(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long upTo = addedCount;
            hurryUpTo = Math.max(hurryUpTo, upTo);
            worthWriting.signal();
            long left = atMost.toNanos();
            while (writtenCount < upTo && left > 0) {
                left = written.awaitNanos(left);
            }
            return writtenCount >= upTo;
        } finally {
            lock.unlock();
        }
    }

    /** No more waiting: what is there is to be taken at once. */
    void close() {
        lock.lock();
        try {
            closed = true;
            worthWriting.signal();
        } finally {
            lock.unlock();
        }
    }
}
