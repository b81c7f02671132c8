package dev.sluice.outside.modules;

import dev.sluice.outside.CallerThread;
import dev.sluice.outside.OutsideException;
import io.smallrye.mutiny.Uni;
import java.util.Deque;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Processes that run modules, started when they are needed and kept; as many as there are threads waiting for them. */
final class PythonPool implements AutoCloseable {
    private static final int MOST_WAITING = 1_000;

    private final ModulesConfig.Python config;
    private final ThreadPoolExecutor threads;
    private final Deque<PythonProcess> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    PythonPool(ModulesConfig.Python config) {
        this.config = config;
        int workers = Math.max(1, config.workers());
        threads = new ThreadPoolExecutor(
                workers, workers, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), task -> {
                    Thread thread = new Thread(task, "python-module");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /** Asks a module once a process is free; a question nobody waits for any more is not asked. */
    Uni<Object> ask(PythonFile file, byte[] question) {
        return Uni.createFrom()
                .emitter(answered -> {
                    AtomicBoolean over = new AtomicBoolean();
                    answered.onTermination(() -> over.set(true));
                    try {
                        threads.execute(() -> {
                            if (!over.get()) {
                                try {
                                    answered.complete(handle(file, question));
                                } catch (RuntimeException e) {
                                    answered.fail(e);
                                }
                            }
                        });
                    } catch (RejectedExecutionException e) {
                        answered.fail(new OutsideException("More than " + MOST_WAITING
                                + " calls of Python modules wait; set sluice.modules.python.workers higher."));
                    }
                })
                .emitOn(CallerThread.here());
    }

    /** What the module in a file says of itself, asked in a process of its own. Blocks. */
    Object describe(PythonFile file) {
        try (PythonProcess process = new PythonProcess(config)) {
            return process.describe(file);
        }
    }

    private Object handle(PythonFile file, byte[] question) {
        PythonProcess process = idle.poll();
        if (process == null || !process.isAlive()) {
            process = new PythonProcess(config);
        }
        try {
            return process.handle(file, question);
        } finally {
            if (process.isAlive() && !closed) {
                idle.push(process);
            } else {
                process.close();
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        threads.shutdownNow();
        idle.forEach(PythonProcess::close);
    }
}
