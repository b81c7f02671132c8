package dev.sluice.store.tasks;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.sluice.store.tasks.Change.Hold;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * db-scheduler, which gives this process tasks to run, says by a heartbeat that it lives, and takes over those of processes
 * that do not. What becomes of a task is written by us, in one transaction with our own tables.
 */
final class Crew {
    private static final int SILENT_BEATS = 4;
    private static final int MOST_SUSPECTS = 10_000;

    /** What runs them. */
    interface Work {
        void run(Hold hold) throws SQLException;
    }

    private final QueueConfig config;
    private final Work work;
    private final Line line;
    private final Consumer<Change> writer;
    private final Scheduler scheduler;
    private final AtomicInteger busy = new AtomicInteger();
    private final Map<UUID, Instant> suspects = new ConcurrentHashMap<>();

    Crew(
            DataSource database,
            boolean shared,
            QueueConfig config,
            Line line,
            Clock clock,
            Work work,
            Consumer<Change> writer) {
        this.config = config;
        this.line = line;
        this.work = work;
        this.writer = writer;
        SchedulerBuilder builder = Scheduler.create(
                        database,
                        Tasks.custom(TaskStatements.NAME, Void.class)
                                .onFailure((complete, operations) -> free(complete.getExecution()))
                                .onDeadExecution((complete, operations) -> silent(complete.getExecution()))
                                .execute(this::execute))
                .clock(clock::instant)
                .threads(config.parallel())
                .pollingInterval(config.poll())
                .heartbeatInterval(config.heartbeat())
                .missedHeartbeatsLimit(SILENT_BEATS)
                .shutdownMaxWait(Duration.ofSeconds(1))
                .failureLogging(LogLevel.WARN, false)
                .schedulerName(new SchedulerName.Fixed("sluice " + UUID.randomUUID()));
        // H2 would lock whatever it looks at, and so picks one task after another.
        scheduler = (shared ? builder.pollUsingLockAndFetch(0.5, 1.0) : builder.pollUsingFetch(0.5, 1.5)).build();
    }

    void start() {
        scheduler.start();
    }

    /** There is something new; whoever is busy will find it anyway. */
    void look() {
        if (busy.get() < config.parallel()) {
            scheduler.triggerCheckForDueExecutions();
        }
    }

    /** Gives out no further task. */
    void pause() {
        scheduler.pause();
    }

    void stop() {
        scheduler.stop();
    }

    private CompletionHandler<Void> execute(TaskInstance<Void> instance, ExecutionContext context) {
        busy.incrementAndGet();
        try {
            line.reached(context.getExecution().executionTime);
            work.run(hold(context.getExecution()));
            return (complete, operations) -> {};
        } catch (SQLException e) {
            throw new IllegalStateException("The task could not be read: " + e.getMessage(), e);
        } finally {
            busy.decrementAndGet();
        }
    }

    /**
     * Its last heartbeat looks old, which may be because a clock was set, here or where it runs: only who has said nothing
     * since the last look is gone.
     */
    private void silent(Execution execution) {
        Hold hold = hold(execution);
        if (suspects.size() >= MOST_SUSPECTS) {
            suspects.clear();
        }
        if (Objects.equals(suspects.put(hold.id(), execution.lastHeartbeat), execution.lastHeartbeat)) {
            suspects.remove(hold.id());
            free(execution);
        }
    }

    private void free(Execution execution) {
        writer.accept(new Change.Free(hold(execution), new CompletableFuture<>()));
    }

    private static Hold hold(Execution execution) {
        return new Hold(UUID.fromString(execution.taskInstance.getId()), execution.version);
    }
}
