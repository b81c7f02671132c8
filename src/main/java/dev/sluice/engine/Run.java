package dev.sluice.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What came of one trigger call, or of one branch that a concurrent task sent off.
 *
 * @param id time-ordered UUID
 * @param parentId the run that sent this branch off; null for a trigger call
 * @param replayOf the run that this one repeats, or null
 * @param workflowId 0 where no workflow listens, as workflowVersion
 * @param proceed what a caller needs to know: false means "cancel what you were about to do"
 * @param reasons what to tell the user, a sentence each; also errors that did not stop the run
 * @param stoppedBy the node that stopped the walk, or null
 * @param nodes the trail, in the order nodes were visited
 * @param blockedPaths wires that were not followed because a node before them failed, each path from its start
 * @param effects what a dry run would have done
 * @param debug whether the workflow is in debug mode, which makes the log name every node
 * @param eventUuid the event it was about, or ""
 */
public record Run(
        String id,
        String parentId,
        String replayOf,
        String trigger,
        long workflowId,
        int workflowVersion,
        String workflowName,
        Outcome outcome,
        boolean proceed,
        List<String> reasons,
        StoppedBy stoppedBy,
        List<Visited> nodes,
        List<List<String>> blockedPaths,
        List<Map<String, Object>> effects,
        boolean dryRun,
        boolean debug,
        String eventUuid,
        Instant startedAt,
        long durationMicros) {

    /** The node that stopped the walk. */
    public record StoppedBy(Object nodeId, String module) {}

    /** Whether this is a branch sent off by a concurrent task. */
    public boolean isBranch() {
        return parentId != null;
    }
}
