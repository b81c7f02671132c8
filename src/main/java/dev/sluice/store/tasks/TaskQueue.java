package dev.sluice.store.tasks;

import dev.sluice.engine.Background;
import dev.sluice.engine.Branch;
import dev.sluice.engine.Call;
import dev.sluice.engine.Engine;
import dev.sluice.engine.Plan;
import dev.sluice.outside.CallerThread;
import dev.sluice.store.IdempotencyKeys;
import dev.sluice.store.TriggerSettings;
import dev.sluice.store.history.History;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Work that nobody waits for. A task is in the database before its taking is answered and leaves it in the transaction that
 * ends it, so that a kill loses none; one that was being run meanwhile is run again, with the same id.
 */
@ApplicationScoped
public class TaskQueue implements Background {
    private static final Logger LOG = Logger.getLogger(TaskQueue.class);
    private static final long PAUSE_NANOS = 10_000_000;
    private static final long MANY = 10_000;
    private static final int SELDOM = 10;
    private static final int SELDOM_MARKS = 60;

    private final QueueState state;
    private final QueueConfig config;
    private final Clock clock;
    private final Clock onward;
    private final DataSource database;
    private final Line line;
    private final TaskWriter writer;
    private final TaskRunner runner;
    private final TaskMetrics metrics;
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong pending = new AtomicLong();
    private volatile QueueState.Counts counts = new QueueState.Counts(0, 0, 0, null);
    private volatile Crew crew;
    private int ticks;

    @Inject
    TaskQueue(
            DataSource database,
            Line line,
            QueueState state,
            TaskReader reader,
            Plans plans,
            Engine engine,
            TriggerSettings settings,
            History history,
            Clock clock,
            QueueConfig config,
            MeterRegistry registry) {
        this.database = database;
        this.line = line;
        this.state = state;
        this.clock = clock;
        this.onward = new OnwardClock(clock);
        this.config = config;
        metrics = new TaskMetrics(registry);
        writer = new TaskWriter(
                database, new TaskStatements(line), clock, config.inbox().asLongValue(), this::look);
        runner = new TaskRunner(reader, plans, engine, settings, history, writer, metrics, onward, config);
        metrics.gauge("sluice.queue.waiting", "tasks that wait to be run", waiting, AtomicLong::get);
        metrics.gauge("sluice.queue.running", "tasks that this process runs", runner, TaskRunner::running);
        metrics.gauge("sluice.queue.dead", "tasks that are not tried any more", this, it -> it.counts.dead());
        metrics.gauge("sluice.queue.oldest.age", "seconds since the oldest task was queued", this, TaskQueue::age);
    }

    private double age() {
        Instant oldest = counts.oldest();
        return oldest == null
                ? 0
                : Math.max(0, Duration.between(oldest, clock.instant()).toMillis() / 1000.0);
    }

    /**
     * Takes a call of a non-blocking trigger; done once it is stored.
     *
     * @param key what the caller names the call, or null
     * @return null, or what was found under the key, in which case nothing was queued; fails with {@link
     *     Background.RejectedException} where there is no more room, with {@link UnavailableException} where the database is away
     */
    public Uni<IdempotencyKeys.Claim> submit(Plan plan, Call call, IdempotencyKeys.Request key) {
        UUID id = UUID.fromString(call.runId());
        StoredTask task = new StoredTask(
                id,
                null,
                plan.source().trigger(),
                plan.source().workflowId(),
                plan.source().version(),
                null,
                call.depth(),
                id,
                clock.instant());
        return take(List.of(task), call.input() == null ? Packed.of(call.raw()) : Packed.of(call.input()), key);
    }

    @Override
    public Uni<Void> submit(List<Branch> branches) {
        Branch first = branches.get(0);
        UUID payload = UUID.fromString(first.runId());
        UUID parent = UUID.fromString(first.occasion().runId());
        List<StoredTask> tasks = branches.stream()
                .map(it -> new StoredTask(
                        UUID.fromString(it.runId()),
                        parent,
                        it.plan().source().trigger(),
                        it.plan().source().workflowId(),
                        it.plan().source().version(),
                        it.start(),
                        it.occasion().depth(),
                        payload,
                        clock.instant()))
                .toList();
        runner.forks(first.occasion().runId());
        return take(tasks, Packed.ofShared(first.payload().data()), null).replaceWithVoid();
    }

    private Uni<IdempotencyKeys.Claim> take(List<StoredTask> tasks, Packed data, IdempotencyKeys.Request key) {
        CompletableFuture<IdempotencyKeys.Claim> done = new CompletableFuture<>();
        if (waiting.addAndGet(tasks.size()) > config.waiting()) {
            waiting.addAndGet(-tasks.size());
            return Uni.createFrom()
                    .failure(new RejectedException("Too many tasks are waiting already, " + config.waiting()
                            + " (sluice.queue.waiting): try later."));
        }
        pending.addAndGet(tasks.size());
        writer.write(new Change.Take(tasks, data, key, done));
        done.whenComplete((claim, failure) -> {
            pending.addAndGet(-tasks.size());
            if (claim != null || failure != null) {
                waiting.addAndGet(-tasks.size());
            }
        });
        return Uni.createFrom().completionStage(done).emitOn(CallerThread.here());
    }

    /** How many wait to be run, in all processes. */
    public long waiting() {
        return Math.max(0, waiting.get());
    }

    /** How many this process runs. */
    public int running() {
        return runner.running();
    }

    /** There may be something new to run. */
    void look() {
        Crew present = crew;
        if (present != null) {
            present.look();
        }
    }

    /** After workflows and modules have been loaded: a task must not meet one that is not there yet. */
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) StartupEvent event) throws SQLException {
        boolean shared = state.isShared();
        if (!shared) {
            int left = state.freeAll();
            if (left > 0) {
                LOG.infof("%d tasks were being run when Sluice ended; they run again", left);
            }
        }
        state.readLine(line);
        state.readPlaces(line);
        count();
        writer.start();
        crew = new Crew(
                database,
                shared,
                config,
                line,
                onward,
                hold -> {
                    writer.giveWay();
                    waiting.decrementAndGet();
                    runner.run(hold);
                },
                writer::write);
        crew.start();
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        if (crew == null) {
            return;
        }
        ticks++;
        try {
            state.readLine(line);
            state.lineUp(line, onward.instant(), config.longestPause());
            if (counts.waiting() < MANY || ticks % SELDOM == 0) {
                count();
            }
            if (ticks % SELDOM_MARKS == 0) {
                state.dropMarks();
            }
        } catch (SQLException e) {
            LOG.debugf("The queue could not be looked at: %s", e.getMessage());
        }
    }

    private void count() throws SQLException {
        counts = state.counts();
        waiting.set(counts.waiting() + pending.get());
    }

    /** Before the history is closed, to which the runs of tasks that end now belong. */
    void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ShutdownEvent event) {
        Crew leaving = crew;
        if (leaving == null) {
            return;
        }
        leaving.pause();
        long until = System.nanoTime() + config.farewell().toNanos();
        while (runner.running() > 0 && System.nanoTime() - until < 0) {
            java.util.concurrent.locks.LockSupport.parkNanos(PAUSE_NANOS);
        }
        runner.abandon();
        leaving.stop();
        writer.finish(Duration.ofSeconds(1));
        metrics.close();
    }
}
