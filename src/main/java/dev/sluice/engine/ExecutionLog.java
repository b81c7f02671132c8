package dev.sluice.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the execution log says of a run, in the words of MISP's {@code workflow-execution.log}. Unlike there, start and
 * end of a walk are always told, not only in debug mode.
 */
public final class ExecutionLog {
    /** How serious an entry is. */
    public enum Level {
        DEBUG,
        INFO,
        ERROR
    }

    /** One entry; the message may have several lines. */
    public record Entry(Instant at, Level level, String message) {}

    private ExecutionLog() {}

    /** The entries of a run in their order; none of a run that was skipped, nor of a dry one. */
    public static List<Entry> of(Run run) {
        if (run.outcome() == Outcome.SKIPPED || run.dryRun()) {
            return List.of();
        }
        Instant end = run.startedAt().plusNanos(run.durationMicros() * 1_000);
        List<Entry> entries = new ArrayList<>(4);
        if (!run.isBranch()) {
            entries.add(new Entry(run.startedAt(), Level.INFO, started(run.trigger(), run.workflowId())));
        }
        long passed = 0;
        for (Visited node : run.nodes()) {
            passed += node.durationMicros();
            Instant at = run.startedAt().plusNanos(passed * 1_000);
            if (node.wentWrong()) {
                node.errors().forEach(it -> entries.add(new Entry(at, Level.ERROR, it)));
            } else if (run.debug()) {
                entries.add(new Entry(at, Level.DEBUG, executed(run, node)));
            }
        }
        if (run.reasons().equals(List.of(Protocol.NOT_ACCEPTED))) {
            return entries;
        }
        String errors = String.join(", ", run.reasons());
        boolean walked = !run.nodes().isEmpty() || run.reasons().isEmpty();
        if (!errors.isEmpty()) {
            entries.add(new Entry(end, Level.ERROR, walked ? trouble(run) + errors : errors));
        }
        if (!run.isBranch() && walked) {
            entries.add(new Entry(
                    end,
                    Level.INFO,
                    finished(run.trigger(), run.workflowId(), run.outcome().id())));
        }
        return entries;
    }

    /** The first entry of a walk. */
    public static String started(String trigger, long workflowId) {
        return "Started executing workflow for trigger `" + trigger + "` (" + workflowId + ")";
    }

    /** The last entry of a walk; {@code outcome} by its id. */
    public static String finished(String trigger, long workflowId, String outcome) {
        return "Finished executing workflow for trigger `" + trigger + "` (" + workflowId + "). Outcome: " + outcome;
    }

    private static String trouble(Run run) {
        if (run.isBranch()) {
            return run.outcome() == Outcome.SUCCESS
                    ? "Workflow concurrent task encountered an error but continued. \n"
                    : "Error while executing workflow concurrent task. \n";
        }
        return run.outcome() == Outcome.SUCCESS
                ? "Execution encountered an error but continued. \n"
                : "Execution stopped. \n";
    }

    private static String executed(Run run, Visited node) {
        boolean no = node.result().equals(Visited.FAILED) || node.result().equals(Visited.STOPPED);
        return "Executed node `" + node.module() + "`\nNode `" + node.module() + "` (" + node.nodeId()
                + ") from Workflow `" + run.workflowName() + "` (" + run.workflowId()
                + ") executed successfully with status: " + (no ? "partial-success" : "success");
    }

    /** The entry as one entry of the log file, without the time in front: {@code Workflow(<trigger>:<id>). <message>}. */
    public static String line(Run run, Entry entry) {
        return "Workflow(" + run.trigger() + ":" + run.workflowId() + "). " + entry.message();
    }
}
