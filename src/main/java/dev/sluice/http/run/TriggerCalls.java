package dev.sluice.http.run;

import dev.sluice.engine.Again;
import dev.sluice.engine.Background;
import dev.sluice.engine.Call;
import dev.sluice.engine.Engine;
import dev.sluice.engine.Outcome;
import dev.sluice.engine.Plan;
import dev.sluice.engine.Run;
import dev.sluice.engine.RunId;
import dev.sluice.http.ProblemException;
import dev.sluice.module.Echoes;
import dev.sluice.module.Spec;
import dev.sluice.store.IdempotencyKeys;
import dev.sluice.store.Listening;
import dev.sluice.store.TriggerSettings;
import dev.sluice.store.history.History;
import dev.sluice.store.tasks.TaskQueue;
import dev.sluice.store.tasks.UnavailableException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a trigger call leads to: a run, a run later, or the word that nothing listens. */
@Singleton
public final class TriggerCalls {
    private final Engine engine;
    private final Listening listening;
    private final TriggerSettings settings;
    private final TaskQueue queue;
    private final History history;
    private final LoopConfig config;
    private final LoopRateConfig rate;
    private final Echoes echoes;
    private final Clock clock;

    TriggerCalls(
            Engine engine,
            Listening listening,
            TriggerSettings settings,
            TaskQueue queue,
            History history,
            LoopConfig config,
            LoopRateConfig rate,
            Echoes echoes,
            Clock clock) {
        this.engine = engine;
        this.listening = listening;
        this.settings = settings;
        this.queue = queue;
        this.history = history;
        this.config = config;
        this.rate = rate;
        this.echoes = echoes;
        this.clock = clock;
    }

    /**
     * How the caller wants it.
     *
     * @param waiting to have even a non-blocking trigger run before the answer
     * @param depth how many runs lie behind the call
     */
    public record Manner(boolean dryRun, boolean waiting, int depth) {}

    /** What came of a call: a run, or the id of one that will be, the other being null. */
    public record Result(Run run, String queuedId) {}

    /** What a call will lead to: something now, or a task. */
    sealed interface Prepared {
        record Now(Uni<Result> work) implements Prepared {}

        record Task(Plan plan, Call call) implements Prepared {}
    }

    /**
     * Fires a trigger; what listens decides what comes of it. Fails with {@link ProblemException} where too much is waiting
     * already (429) or the database is away (503).
     *
     * @param input the payload as it came, for the history; null where there is no such text
     */
    public Uni<Result> fire(Spec trigger, Map<String, Object> payload, byte[] input, Manner manner) {
        Prepared prepared = prepare(trigger, payload, input, manner);
        return prepared instanceof Prepared.Task task
                ? queue(task, null).replaceWith(new Result(null, task.call().runId()))
                : ((Prepared.Now) prepared).work();
    }

    /** Finds out what a call leads to, and does nothing yet. */
    Prepared prepare(Spec trigger, Map<String, Object> payload, byte[] input, Manner manner) {
        TriggerSettings.Setting setting = settings.of(trigger.id());
        String runId = RunId.at(clock.millis());
        if (!setting.enabled()) {
            return answered(skipped(runId, trigger.id(), null, "The trigger `" + trigger.id() + "` is disabled."));
        }
        Plan plan = listening.plan(trigger.id()).orElse(null);
        Optional<String> unreadable = listening.problem(trigger.id());
        if (unreadable.isPresent()) {
            return answered(failed(runId, trigger.id(), null, setting, unreadable.get()));
        }
        if (plan == null) {
            return answered(skipped(runId, trigger.id(), null, "No workflow listens to `" + trigger.id() + "`."));
        }
        if (!plan.triggerId().equals(trigger.id())) {
            String drawn = "Invalid start node `-1`: the workflow starts with `" + plan.triggerId() + "`.";
            return answered(failed(runId, trigger.id(), plan, setting, drawn));
        }
        int depth = Math.max(manner.depth(), Echo.depth(echoes, payload));
        if (depth > config.maxDepth()) {
            return answered(failed(runId, trigger.id(), plan, setting, loop(depth)));
        }
        int runs = manner.dryRun() ? 0 : Echo.runs(echoes, plan.source().workflowId(), payload);
        if (runs > rate.perMinute()) {
            return answered(failed(runId, trigger.id(), plan, setting, loop(plan, runs)));
        }
        boolean waits = trigger.blocking() || manner.waiting() || manner.dryRun();
        Call call = new Call(
                runId, payload, input, manner.dryRun(), depth, waits ? setting.deadline() : null, setting.open(), null);
        return waits ? new Prepared.Now(run(plan, call)) : new Prepared.Task(plan, call);
    }

    /** Whether a call would reach a workflow, be it one that cannot be read. */
    boolean isHeard(String trigger) {
        return settings.of(trigger).enabled()
                && (listening.plan(trigger).isPresent()
                        || listening.problem(trigger).isPresent());
    }

    /** Runs a plan now, whoever listens to what. */
    Uni<Result> runNow(Plan plan, Map<String, Object> payload, byte[] input, boolean dryRun) {
        return runNow(plan, payload, input, dryRun, null);
    }

    /** Runs a drawing that is being tried out: dry, and whether or not its trigger is enabled yet. */
    Uni<Result> tryOut(Plan plan, Map<String, Object> payload, byte[] input) {
        TriggerSettings.Setting setting = settings.of(plan.source().trigger());
        String runId = RunId.at(clock.millis());
        return run(plan, new Call(runId, payload, input, true, 0, setting.deadline(), setting.open(), null));
    }

    /** Repeats a run. */
    Uni<Result> replay(Plan plan, Map<String, Object> payload, byte[] input, Again again, boolean dryRun) {
        return runNow(plan, payload, input, dryRun, again);
    }

    private Uni<Result> runNow(Plan plan, Map<String, Object> payload, byte[] input, boolean dryRun, Again again) {
        TriggerSettings.Setting setting = settings.of(plan.source().trigger());
        String runId = RunId.at(clock.millis());
        if (!setting.enabled()) {
            String trigger = plan.source().trigger();
            Run skipped = skipped(runId, trigger, plan, "The trigger `" + trigger + "` is disabled.");
            history.add(skipped);
            return Uni.createFrom().item(new Result(skipped, null));
        }
        return run(plan, new Call(runId, payload, input, dryRun, 0, setting.deadline(), setting.open(), again));
    }

    private Uni<Result> run(Plan plan, Call call) {
        Uni<Run> walk = engine.run(plan, call);
        if (plan.isLeisurely() && Context.isOnEventLoopThread()) {
            walk = walk.runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
        }
        return walk.onItem()
                .invoke(run -> history.add(run, call.input()))
                .onItem()
                .transform(run -> new Result(run, null));
    }

    /** Stores a task; null, or what was found under the key instead. */
    Uni<IdempotencyKeys.Claim> queue(Prepared.Task task, IdempotencyKeys.Request key) {
        return queue.submit(task.plan(), task.call(), key)
                .onFailure(Background.RejectedException.class)
                .transform(e -> new ProblemException(429, e.getMessage()))
                .onFailure(UnavailableException.class)
                .transform(e -> new ProblemException(503, e.getMessage()));
    }

    private Prepared answered(Run run) {
        return new Prepared.Now(Uni.createFrom().item(() -> {
            history.add(run);
            return new Result(run, null);
        }));
    }

    private Run skipped(String runId, String trigger, Plan plan, String reason) {
        return concluded(runId, trigger, plan, Outcome.SKIPPED, true, reason);
    }

    private Run failed(String runId, String trigger, Plan plan, TriggerSettings.Setting setting, String reason) {
        return concluded(runId, trigger, plan, Outcome.FAILURE, setting.open(), reason);
    }

    private String loop(int depth) {
        return "Refused as a loop: " + depth + " workflow runs lie behind this call, more than the " + config.maxDepth()
                + " allowed. What this workflow does seems to trigger it again.";
    }

    private String loop(Plan plan, int runs) {
        return "Refused as a loop: within a minute " + runs + " runs of workflow "
                + plan.source().workflowId()
                + " changed what this call is about, more than the " + rate.perMinute()
                + " allowed (sluice.loop.per-minute). What it does seems to trigger it again.";
    }

    private Run concluded(String runId, String trigger, Plan plan, Outcome outcome, boolean proceed, String reason) {
        Plan.Source source = plan == null ? new Plan.Source(0, 0, "", trigger, false) : plan.source();
        return new Run(
                runId,
                null,
                null,
                trigger,
                source.workflowId(),
                source.version(),
                source.name(),
                outcome,
                proceed,
                List.of(reason),
                null,
                List.of(),
                List.of(),
                List.of(),
                false,
                source.debug(),
                "",
                clock.instant(),
                0);
    }
}
