package dev.sluice.store.tasks;

import dev.sluice.engine.Branch;
import dev.sluice.engine.Call;
import dev.sluice.engine.Engine;
import dev.sluice.engine.Plan;
import dev.sluice.engine.Run;
import dev.sluice.module.Occasion;
import dev.sluice.payload.Payload;
import dev.sluice.store.StoreException;
import dev.sluice.store.TriggerSettings;
import dev.sluice.store.history.History;
import dev.sluice.store.tasks.Change.Hold;
import dev.sluice.store.tasks.TaskReader.Loaded;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Runs one task at a time on each thread that calls it, and sees to what becomes of it. */
final class TaskRunner {
    private static final Logger LOG = Logger.getLogger(TaskQueue.class);

    /** How often processes may end while they run a task before it is taken to be the reason. */
    private static final int MOST_CRASHES = 10;

    /** A task that is being run. */
    private static final class Working {
        private final CompletableFuture<Run> run = new CompletableFuture<>();
        private volatile boolean forked;

        /** What the platform sent; null for a branch, for what that began with is not what a platform sent. */
        private byte[] input;
    }

    private final TaskReader reader;
    private final Plans plans;
    private final Engine engine;
    private final TriggerSettings settings;
    private final History history;
    private final TaskWriter writer;
    private final TaskMetrics metrics;
    private final Clock clock;
    private final Backoff backoff;
    private final int retries;
    private final Map<String, Working> working = new ConcurrentHashMap<>();

    TaskRunner(
            TaskReader reader,
            Plans plans,
            Engine engine,
            TriggerSettings settings,
            History history,
            TaskWriter writer,
            TaskMetrics metrics,
            Clock clock,
            QueueConfig config) {
        this.reader = reader;
        this.plans = plans;
        this.engine = engine;
        this.settings = settings;
        this.history = history;
        this.writer = writer;
        this.metrics = metrics;
        this.clock = clock;
        this.backoff = new Backoff(config.firstPause(), config.factor(), config.longestPause());
        this.retries = config.retries();
    }

    /** How many are being run. */
    int running() {
        return working.size();
    }

    /** A run sends off branches: its mark is to be looked for when it has ended. */
    void forks(String runId) {
        Working sender = working.get(runId);
        if (sender != null) {
            sender.forked = true;
        }
    }

    /** Breaks off what is being run, which goes back to the queue. */
    void abandon() {
        working.values().forEach(it -> it.run.cancel(false));
    }

    /** Runs a task to its end. Blocks. */
    void run(Hold hold) throws SQLException {
        Optional<Loaded> found = reader.load(hold.id());
        if (found.isEmpty()) {
            LOG.warnf("The task %s was deleted when it was about to run", hold.id());
            return;
        }
        Loaded loaded = found.get();
        if (loaded.attempts() - loaded.failures() >= MOST_CRASHES) {
            bury(
                    hold,
                    loaded,
                    "Sluice ended " + MOST_CRASHES + " times while it ran this task, which may be the reason.");
            return;
        }
        Plan plan;
        try {
            plan = plans.of(loaded.task());
        } catch (StoreException e) {
            bury(
                    hold,
                    loaded,
                    e.getMessage() + " The task was queued for version "
                            + loaded.task().version() + " of workflow "
                            + loaded.task().workflowId() + ", which cannot run any more. Delete the task.");
            return;
        }
        if (plan.trigger().isEmpty()) {
            // Declared elsewhere a moment ago, or gone.
            String trigger = loaded.task().trigger();
            failed(hold, loaded, "The trigger `" + trigger + "` is not known here. Declare it again.");
            return;
        }
        run(hold, loaded, plan);
    }

    private void run(Hold hold, Loaded loaded, Plan plan) {
        String id = hold.id().toString();
        Working task = new Working();
        working.put(id, task);
        try {
            Cancellable walk =
                    begin(task, loaded, plan).subscribe().with(task.run::complete, task.run::completeExceptionally);
            Run run;
            try {
                run = task.run.join();
            } catch (CancellationException e) {
                walk.cancel();
                told(done -> new Change.Free(hold, done));
                metrics.ended("broken-off");
                return;
            } catch (CompletionException e) {
                LOG.error("A task broke", e.getCause());
                failed(hold, loaded, String.valueOf(e.getCause().getMessage()));
                return;
            }
            String error = error(run, plan);
            if (error != null) {
                if (failed(hold, loaded, error)) {
                    history.add(run, task.input);
                }
            } else if (told(done -> new Change.End(hold, loaded.task(), task.forked || loaded.attempts() > 0, done))) {
                history.add(run, task.input);
                metrics.ended(run.outcome().id());
            }
        } finally {
            working.remove(id);
        }
    }

    private Uni<Run> begin(Working working, Loaded loaded, Plan plan) {
        try {
            StoredTask task = loaded.task();
            byte[] json = loaded.data().json();
            Map<String, Object> data = loaded.data().read(json);
            String id = task.id().toString();
            if (!task.isBranch()) {
                working.input = json;
                boolean open = settings.of(task.trigger()).open();
                return engine.run(plan, new Call(id, data, false, task.depth(), null, open));
            }
            Occasion sender = new Occasion(
                    task.parentId().toString(), task.workflowId(), plan.source().name(), task.trigger(), task.depth());
            return engine.run(new Branch(id, plan, task.startNode(), new Payload(data), sender), id);
        } catch (RuntimeException e) {
            return Uni.createFrom().failure(e);
        }
    }

    /** What is worth a further try: a module that broke, not one that said no, is off or unknown. */
    private static String error(Run run, Plan plan) {
        return run.nodes().stream()
                .filter(it -> it.isError() && !plan.dealsWithErrorsOf(it.nodeId()))
                .findFirst()
                .map(it -> "Node `" + it.module() + "` (" + it.nodeId() + "): " + String.join(", ", it.errors()))
                .orElse(null);
    }

    /** Whether that was the last try. */
    private boolean failed(Hold hold, Loaded loaded, String error) {
        int failures = loaded.failures() + 1;
        if (failures > retries) {
            bury(hold, loaded, error);
            return true;
        }
        Duration pause = backoff.after(failures);
        if (told(done -> new Change.Later(hold, clock.instant().plus(pause), error, done))) {
            metrics.retried();
            LOG.infof(
                    "The task %s of `%s` failed and is tried again in %d ms: %s",
                    hold.id(), loaded.task().trigger(), pause.toMillis(), error);
        }
        return false;
    }

    private void bury(Hold hold, Loaded loaded, String error) {
        if (told(done -> new Change.Bury(hold, error, done))) {
            metrics.ended("dead");
            LOG.warnf(
                    "The task %s of `%s` is not tried any more: %s",
                    hold.id(), loaded.task().trigger(), error);
        }
    }

    /** Waits until it is written; false where somebody else has taken over the task, or the program ends without a database. */
    private boolean told(Function<CompletableFuture<Boolean>, Change> change) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        writer.write(change.apply(done));
        try {
            return done.join();
        } catch (CompletionException e) {
            LOG.warnf(
                    "It could not be written what became of a task, which will run again: %s",
                    e.getCause().getMessage());
            return false;
        }
    }
}
