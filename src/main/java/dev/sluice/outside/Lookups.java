package dev.sluice.outside;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that wait for the name service. Nobody can tell it to stop, so where it does not answer lookups outlive the
 * requests they are for, and must not take the threads of others with them.
 */
final class Lookups implements AutoCloseable {
    static final int AT_ONCE = 8;
    static final int WAITING = 200;

    private static final int IDLE_SECONDS = 60;

    private final AtomicInteger made = new AtomicInteger();
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            AT_ONCE, AT_ONCE, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), this::thread);

    Lookups() {
        threads.allowCoreThreadTimeOut(true);
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "sluice-lookup-" + made.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    /** @throws OutsideException where too many wait already */
    void begin(Runnable lookup) {
        try {
            threads.execute(lookup);
        } catch (RejectedExecutionException e) {
            throw new OutsideException("The name service of this machine does not answer: " + WAITING
                    + " names wait to be looked up already. Try again when it does.");
        }
    }

    /** Nobody wants to know any more. */
    void forget(Runnable lookup) {
        threads.remove(lookup);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
