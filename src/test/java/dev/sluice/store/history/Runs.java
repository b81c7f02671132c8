package dev.sluice.store.history;

import dev.sluice.engine.Outcome;
import dev.sluice.engine.Run;
import dev.sluice.engine.RunId;
import dev.sluice.engine.Visited;
import dev.sluice.payload.Fields;
import dev.sluice.payload.Patch;
import java.time.Instant;
import java.util.List;
import java.util.Map;

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

    /** One whose first node changed the data. */
    static Run changing(String trigger, List<Map<String, Object>> changes) {
        Visited node = new Visited(2L, "tag_operation", "action", "continued", List.of(), 41, Patch.of(changes));
        return changed(of(trigger, 7), null, Outcome.SUCCESS, false, List.of(node));
    }

    /** The same once more, with another end. */
    static Run again(Run run, Outcome outcome) {
        Run other = changed(run, null, outcome, false);
        return new Run(
                run.id(),
                null,
                null,
                other.trigger(),
                other.workflowId(),
                other.workflowVersion(),
                other.workflowName(),
                outcome,
                true,
                other.reasons(),
                null,
                other.nodes(),
                List.of(),
                List.of(),
                false,
                false,
                "",
                other.startedAt(),
                1);
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
        return changed(run, parentId, outcome, dry, run.nodes());
    }

    private static Run changed(Run run, String parentId, Outcome outcome, boolean dry, List<Visited> nodes) {
        return new Run(
                RunId.at(run.startedAt().toEpochMilli()),
                parentId,
                null,
                run.trigger(),
                run.workflowId(),
                run.workflowVersion(),
                run.workflowName(),
                outcome,
                run.proceed(),
                run.reasons(),
                run.stoppedBy(),
                nodes,
                run.blockedPaths(),
                dry ? List.of(Fields.of("kind", "misp.tag.add", "tag", "tlp:red")) : List.of(),
                dry,
                run.debug(),
                run.eventUuid(),
                run.startedAt(),
                run.durationMicros());
    }
}
