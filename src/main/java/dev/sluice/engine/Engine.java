package dev.sluice.engine;

import dev.sluice.module.Effects;
import dev.sluice.module.Occasion;
import dev.sluice.module.Switches;
import dev.sluice.module.Trigger;
import dev.sluice.payload.Payload;
import dev.sluice.payload.PayloadException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Runs plans. */
@ApplicationScoped
public class Engine {
    private final Switches switches;
    private final Background background;
    private final Watchers watchers;
    private final Clock clock;
    private final Set<Runnable> undecided = ConcurrentHashMap.newKeySet();

    /**
     * An engine that asks {@code switches} at every node, sends branches to {@code background} and tells all
     * {@code watchers}.
     */
    @Inject
    public Engine(Switches switches, Background background, Instance<Watcher> watchers, Clock clock) {
        this(switches, background, (Iterable<Watcher>) watchers, clock);
    }

    /** As the other, with exactly these watchers. */
    public Engine(Switches switches, Background background, Iterable<? extends Watcher> watchers, Clock clock) {
        this.switches = switches;
        this.background = background;
        this.watchers = new Watchers(watchers);
        this.clock = clock;
    }

    /** For the client proxy only. */
    protected Engine() {
        this(null, null, List.of(), null);
    }

    /**
     * Runs a workflow for a trigger call: normalise, ask the trigger's conditions, walk, conclude.
     *
     * @return what came of it, always: whatever fails on the way is part of the run
     */
    public Uni<Run> run(Plan plan, Call call) {
        Effects effects = call.dryRun() ? Effects.recording() : Effects.real();
        Protocol protocol = new Protocol(plan, call, effects, clock);
        Trigger trigger = plan.trigger().orElse(null);
        Watch watch = watchers.watch(new Watcher.Head(
                call.runId(),
                null,
                plan.source(),
                trigger != null && trigger.spec().blocking(),
                call.dryRun(),
                call.depth()));
        Uni<Run> run = trigger == null
                ? Uni.createFrom().item(protocol.invalidStart())
                : run(plan, trigger, call, effects, protocol, watch);
        return watch == Watch.NONE ? run : run.onItem().invoke(watch::ended);
    }

    private Uni<Run> run(Plan plan, Trigger trigger, Call call, Effects effects, Protocol protocol, Watch watch) {
        watch.received(call.raw());
        Uni<Run> pipeline = normalize(trigger, call.raw())
                .onItem()
                .transformToUni(data -> data == null
                        ? Uni.createFrom().item(protocol.invalidInput())
                        : begin(plan, trigger, call, data, effects, protocol, watch))
                .onFailure()
                .recoverWithItem(protocol::notNormalized);
        return protocol.deadline().bound(pipeline, protocol::late, undecided);
    }

    private static Uni<Map<String, Object>> normalize(Trigger trigger, Map<String, Object> raw) {
        try {
            return trigger.normalize(raw);
        } catch (RuntimeException e) {
            return Uni.createFrom().failure(e);
        }
    }

    private Uni<Run> begin(
            Plan plan,
            Trigger trigger,
            Call call,
            Map<String, Object> data,
            Effects effects,
            Protocol protocol,
            Watch watch) {
        watch.normalized(data);
        if (!trigger.accepts(call.raw(), plan.start().settings())) {
            return Uni.createFrom().item(protocol.notAccepted());
        }
        protocol.about(data);
        watch.begun();
        Occasion occasion = new Occasion(
                call.runId(), plan.source().workflowId(), plan.source().name(), plan.triggerId(), call.depth());
        Course.Surroundings around = new Course.Surroundings(switches, background, effects, occasion, watch);
        Walk walk = new Walk(plan, new Payload(data), !trigger.spec().blocking(), around, protocol.trail());
        Again again = call.again();
        if (again == null || again.from() == null) {
            return walk.fromTrigger().onItem().transform(trail -> protocol.walked());
        }
        Plan.Stop start = plan.stop(again.from());
        if (start == null) {
            return Uni.createFrom().item(protocol.noStart(again.from()));
        }
        try {
            again.changes().forEach(it -> it.applyTo(data));
        } catch (PayloadException e) {
            return Uni.createFrom().item(protocol.notRepeated(e.getMessage()));
        }
        return walk.from(start).onItem().transform(trail -> protocol.walked());
    }

    /** How many runs somebody waits for that are not decided yet. */
    public int undecided() {
        return undecided.size();
    }

    /** Concludes all of them now, as if their deadline had passed: the program is about to end. */
    public void conclude() {
        undecided.forEach(Runnable::run);
    }

    /** Walks a branch that an earlier run sent off. Nothing it finds can hold up the caller of that run. */
    public Uni<Run> run(Branch branch, String runId) {
        Occasion occasion = new Occasion(
                runId,
                branch.occasion().workflowId(),
                branch.occasion().workflowName(),
                branch.occasion().triggerId(),
                branch.occasion().depth());
        Protocol protocol = Protocol.ofBranch(branch, runId, clock);
        Watch watch = watchers.watch(new Watcher.Head(
                runId,
                branch.occasion().runId(),
                branch.plan().source(),
                false,
                false,
                branch.occasion().depth()));
        Uni<Run> run = run(branch, occasion, protocol, watch);
        return watch == Watch.NONE ? run : run.onItem().invoke(watch::ended);
    }

    private Uni<Run> run(Branch branch, Occasion occasion, Protocol protocol, Watch watch) {
        Plan.Stop start = branch.plan().stop(branch.start());
        if (start == null) {
            return Uni.createFrom().item(protocol.noStart(branch.start()));
        }
        Course.Surroundings around = new Course.Surroundings(switches, background, Effects.real(), occasion, watch);
        return new Walk(branch.plan(), branch.payload(), true, around, protocol.trail())
                .from(start)
                .onItem()
                .transform(trail -> protocol.walked());
    }
}
