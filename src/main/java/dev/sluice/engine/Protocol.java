package dev.sluice.engine;

import dev.sluice.module.Effects;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keeps the record of one run and draws the conclusion from it, in the one way that each ending calls for. */
final class Protocol {
    /** The one reason that is no error: the trigger is told to start on other occasions only. */
    static final String NOT_ACCEPTED = "Conditions on the trigger are not satisfied to continue the execution";

    private final Plan plan;
    private final String runId;
    private final String parentId;
    private final String replayOf;
    private final boolean dryRun;
    private final boolean open;
    private final Effects effects;
    private final Clock clock;
    private final Deadline deadline;
    private final Trail trail;
    private final Instant startedAt;
    private final long startedNanos = System.nanoTime();
    private String eventUuid = "";

    Protocol(Plan plan, Call call, Effects effects, Clock clock) {
        this(
                plan,
                call.runId(),
                null,
                call.again() == null ? null : call.again().runId(),
                call.dryRun(),
                call.open(),
                effects,
                clock,
                Deadline.in(call.deadline()));
    }

    private Protocol(
            Plan plan,
            String runId,
            String parentId,
            String replayOf,
            boolean dryRun,
            boolean open,
            Effects effects,
            Clock clock,
            Deadline deadline) {
        this.plan = plan;
        this.runId = runId;
        this.parentId = parentId;
        this.replayOf = replayOf;
        this.dryRun = dryRun;
        this.open = open;
        this.effects = effects;
        this.clock = clock;
        this.deadline = deadline;
        this.trail = new Trail(plan.source(), deadline);
        this.startedAt = clock.instant();
    }

    static Protocol ofBranch(Branch branch, String runId, Clock clock) {
        Protocol protocol = new Protocol(
                branch.plan(),
                runId,
                branch.occasion().runId(),
                null,
                false,
                true,
                Effects.real(),
                clock,
                Deadline.in(null));
        protocol.about(branch.payload().data());
        return protocol;
    }

    Deadline deadline() {
        return deadline;
    }

    Trail trail() {
        return trail;
    }

    /** Notes what the run is about, so that history can be searched for it. */
    void about(Map<String, Object> data) {
        if (data.get("Event") instanceof Map<?, ?> event && event.get("uuid") instanceof String uuid) {
            eventUuid = uuid;
        }
    }

    /** The walk came to its end or was stopped. */
    Run walked() {
        Outcome outcome = trail.outcome();
        boolean forgiven = open && outcome != Outcome.SUCCESS && !trail.isVeto();
        return conclude(forgiven ? Outcome.FAILURE : outcome, forgiven || outcome == Outcome.SUCCESS, trail.errors());
    }

    /** The deadline passed. */
    Run late() {
        trail.expire();
        return walked();
    }

    Run notNormalized(Throwable failure) {
        String why = failure.getMessage();
        return failed(
                "Error while normalizing data for trigger. Error:\n"
                        + (why == null ? failure.getClass().getSimpleName() : why),
                open);
    }

    Run invalidInput() {
        return failed("Error while normalizing data for trigger. Invalid input.", open);
    }

    Run notAccepted() {
        return failed(NOT_ACCEPTED, open);
    }

    Run invalidStart() {
        return failed(
                plan.triggerId().isEmpty()
                        ? "Invalid start node `-1`: the workflow has no trigger node."
                        : "Invalid start node `-1`: the workflow starts with `" + plan.triggerId()
                                + "`, which is not a trigger.",
                open);
    }

    Run noStart(String node) {
        return failed("Could not find start node " + node, true);
    }

    Run notRepeated(String why) {
        return failed("The run cannot be repeated. " + why, open);
    }

    private Run failed(String sentence, boolean proceed) {
        List<String> reasons = new ArrayList<>(trail.errors());
        reasons.add(sentence);
        return conclude(Outcome.FAILURE, proceed, reasons);
    }

    private Run conclude(Outcome outcome, boolean proceed, List<String> reasons) {
        Plan.Source source = plan.source();
        return new Run(
                runId,
                parentId,
                replayOf,
                source.trigger(),
                source.workflowId(),
                source.version(),
                source.name(),
                outcome,
                proceed,
                reasons,
                trail.stoppedBy(),
                trail.nodes(),
                trail.allBlockedPaths(),
                effects.recorded(),
                dryRun,
                source.debug(),
                eventUuid,
                startedAt,
                (System.nanoTime() - startedNanos) / 1_000);
    }
}
