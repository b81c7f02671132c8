package dev.sluice.store.tasks;

import dev.sluice.engine.Background;
import dev.sluice.engine.Branch;
import dev.sluice.engine.Call;
import dev.sluice.engine.Engine;
import dev.sluice.engine.Plan;
import dev.sluice.engine.Run;
import dev.sluice.engine.RunId;
import dev.sluice.store.history.History;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Tasks in memory, in the order they came, so many at once and no more. What they did goes to the history. */
@ApplicationScoped
public class TaskQueue implements Background {
    private static final Logger LOG = Logger.getLogger(TaskQueue.class);

    private final Engine engine;
    private final History history;
    private final Clock clock;
    private final QueueConfig config;
    private final Object lock = new Object();
    private final Deque<Supplier<Uni<Run>>> waiting = new ArrayDeque<>();
    private int running;

    @Inject
    TaskQueue(Engine engine, History history, Clock clock, QueueConfig config, MeterRegistry metrics) {
        this.engine = engine;
        this.history = history;
        this.clock = clock;
        this.config = config;
        Gauge.builder("sluice.queue.waiting", this, TaskQueue::waiting)
                .description("tasks that wait to be run")
                .register(metrics);
        Gauge.builder("sluice.queue.running", this, TaskQueue::running)
                .description("tasks that are being run")
                .register(metrics);
    }

    @Override
    public void submit(Branch branch) {
        String runId = RunId.at(clock.millis());
        submit(() -> engine.run(branch, runId));
    }

    /**
     * Takes a call of a non-blocking trigger.
     *
     * @return the id its run will have
     * @throws Background.RejectedException where there is no more room
     */
    public String submit(Plan plan, Call call) {
        submit(() -> engine.run(plan, call));
        return call.runId();
    }

    private void submit(Supplier<Uni<Run>> task) {
        synchronized (lock) {
            if (running >= config.parallel() && waiting.size() >= config.waiting()) {
                throw new RejectedException("Too many tasks are waiting already, " + config.waiting()
                        + " (sluice.queue.waiting): try later.");
            }
            waiting.add(task);
        }
        startNext();
    }

    private void startNext() {
        for (Supplier<Uni<Run>> next = next(); next != null; next = next()) {
            Supplier<Uni<Run>> task = next;
            try {
                Infrastructure.getDefaultExecutor().execute(() -> run(task));
                return;
            } catch (RejectedExecutionException e) {
                LOG.error("A task could not be started, because the program is about to end");
                oneLess();
            }
        }
    }

    private Supplier<Uni<Run>> next() {
        synchronized (lock) {
            if (running >= config.parallel() || waiting.isEmpty()) {
                lock.notifyAll();
                return null;
            }
            running++;
            return waiting.poll();
        }
    }

    private void run(Supplier<Uni<Run>> task) {
        Uni<Run> work;
        try {
            work = task.get();
        } catch (RuntimeException e) {
            broke(e);
            return;
        }
        work.subscribe()
                .with(
                        run -> {
                            history.add(run);
                            ended();
                        },
                        this::broke);
    }

    private void broke(Throwable failure) {
        LOG.error("A task broke", failure);
        ended();
    }

    private void ended() {
        oneLess();
        startNext();
    }

    private void oneLess() {
        synchronized (lock) {
            running--;
        }
    }

    /** How many wait to be run. */
    public int waiting() {
        synchronized (lock) {
            return waiting.size();
        }
    }

    /** How many are being run. */
    public int running() {
        synchronized (lock) {
            return running;
        }
    }

    /** Lets tasks finish before the history is closed. */
    void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ShutdownEvent event) {
        long until = System.nanoTime() + config.farewell().toNanos();
        synchronized (lock) {
            try {
                for (long left = config.farewell().toMillis();
                        left > 0 && running + waiting.size() > 0;
                        left = (until - System.nanoTime()) / 1_000_000) {
                    lock.wait(left);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (running + waiting.size() > 0) {
                LOG.warnf("Ending although %d tasks run and %d wait; they are lost", running, waiting.size());
            }
        }
    }
}
