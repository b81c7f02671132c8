package dev.sluice.store.history;

import dev.sluice.engine.Outcome;
import dev.sluice.engine.Run;
import dev.sluice.engine.RunId;
import dev.sluice.engine.Visited;
import dev.sluice.payload.Fields;
import java.time.Instant;
import java.util.List;

/** Runs to be kept. */
public final class Runs {
    private Runs() {}

    /** A success of two nodes. */
    public static Run of(String trigger, long workflowId) {
        return at(Instant.now(), trigger, workflowId, Outcome.SUCCESS, List.of(), "");
    }

    static Run at(
            Instant start, String trigger, long workflowId, Outcome outcome, List<String> reasons, String eventUuid) {
        boolean blocked = outcome == Outcome.BLOCKED;
        return new Run(
                RunId.at(start.toEpochMilli()),
                null,
                trigger,
                workflowId,
                1,
                "Workflow of " + trigger,
                outcome,
                !blocked,
                reasons,
                blocked ? new Run.StoppedBy(3L, "stop-execution") : null,
                List.of(
                        new Visited(2L, "tag-if", "logic", "then", List.of(), 41),
                        new Visited(3L, "stop-execution", "action", blocked ? "stopped" : "continued", reasons, 12)),
                blocked ? List.of(List.of("1:output_1:0:2", "2:output_1:0:4")) : List.of(),
                List.of(),
                false,
                false,
                eventUuid,
                start,
                812);
    }

    static Run branchOf(Run run) {
        return changed(run, run.id(), run.outcome(), false);
    }

    static Run skipped(Run run) {
        return changed(run, null, Outcome.SKIPPED, false);
    }

    static Run dry(Run run) {
        return changed(run, null, run.outcome(), true);
    }

    private static Run changed(Run run, String parentId, Outcome outcome, boolean dry) {
        return new Run(
                RunId.at(run.startedAt().toEpochMilli()),
                parentId,
                run.trigger(),
                run.workflowId(),
                run.workflowVersion(),
                run.workflowName(),
                outcome,
                run.proceed(),
                run.reasons(),
                run.stoppedBy(),
                run.nodes(),
                run.blockedPaths(),
                dry ? List.of(Fields.of("kind", "misp.tag.add", "tag", "tlp:red")) : List.of(),
                dry,
                run.debug(),
                run.eventUuid(),
                run.startedAt(),
                run.durationMicros());
    }
}
