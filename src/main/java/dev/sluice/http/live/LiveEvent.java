package dev.sluice.http.live;

import dev.sluice.engine.Run;
import dev.sluice.engine.Visited;
import dev.sluice.engine.Watcher.Head;
import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;

/**
 * One event of the stream, written once for all who read it.
 *
 * @param name run, node, end or skipped; null for a sign of life
 * @param data JSON
 */
record LiveEvent(String name, String data) {
    static final LiveEvent ALIVE = new LiveEvent(null, "");

    static LiveEvent began(Head head) {
        return of(
                "run",
                Fields.of(
                        "runId", head.runId(),
                        "parentId", head.parentId(),
                        "trigger", head.source().trigger(),
                        "workflowId", head.source().workflowId(),
                        "workflowVersion", head.source().version(),
                        "workflow", head.source().name(),
                        "dryRun", head.dryRun()));
    }

    static LiveEvent visited(Head head, Visited node) {
        return of(
                "node",
                Fields.of(
                        "runId", head.runId(),
                        "nodeId", node.nodeId(),
                        "module", node.module(),
                        "type", node.type(),
                        "result", node.result(),
                        "errors", node.errors(),
                        "durationMicros", node.durationMicros()));
    }

    static LiveEvent ended(Run run) {
        return of(
                "end",
                Fields.of(
                        "runId", run.id(),
                        "outcome", run.outcome().id(),
                        "proceed", run.proceed(),
                        "reasons", run.reasons(),
                        "durationMicros", run.durationMicros()));
    }

    static LiveEvent skipped(long count) {
        return of("skipped", Fields.of("events", count));
    }

    private static LiveEvent of(String name, Fields data) {
        return new LiveEvent(name, Json.write(data));
    }
}
