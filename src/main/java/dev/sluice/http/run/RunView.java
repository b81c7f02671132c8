package dev.sluice.http.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sluice.engine.Run;
import dev.sluice.store.history.StoredRun;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A run as callers see it, fresh or from history. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Run")
record RunView(
        String runId,
        String parentId,
        @Schema(description = "the run that this one repeats") String replayOf,
        String trigger,
        long workflowId,
        int workflowVersion,
        @Schema(description = "success, blocked, failure or skipped") String outcome,
        @Schema(description = "false: cancel what you were about to do, and tell the user the reasons") boolean proceed,
        List<String> reasons,
        Object stoppedBy,
        Object nodes,
        Object blockedPaths,
        @Schema(description = "what a dry run would have done") Object effects,
        Boolean dryRun,
        String eventUuid,
        @Schema(description = "why the run cannot be repeated") String notRepeatable,
        Instant startedAt,
        long durationMicros) {

    static RunView of(Run run) {
        return new RunView(
                run.id(),
                run.parentId(),
                run.replayOf(),
                run.trigger(),
                run.workflowId(),
                run.workflowVersion(),
                run.outcome().id(),
                run.proceed(),
                run.reasons(),
                StoppedByView.of(run.stoppedBy()),
                run.nodes().stream().map(NodeView::of).toList(),
                run.blockedPaths(),
                run.effects(),
                run.dryRun() ? true : null,
                run.eventUuid().isEmpty() ? null : run.eventUuid(),
                null,
                run.startedAt(),
                run.durationMicros());
    }

    /** From history; a list leaves the details out. */
    static RunView of(StoredRun run, boolean inList) {
        return new RunView(
                run.id(),
                run.parentId(),
                run.replayOf(),
                run.trigger(),
                run.workflowId(),
                run.workflowVersion(),
                run.outcome(),
                run.proceed(),
                run.reasons().stream().map(Object::toString).toList(),
                run.stoppedBy(),
                inList ? null : run.nodes(),
                inList ? null : run.blockedPaths(),
                inList ? null : run.effects(),
                run.dryRun() ? true : null,
                run.eventUuid().isEmpty() ? null : run.eventUuid(),
                run.noInput(),
                run.startedAt(),
                run.durationMicros());
    }

    /** The node that said no; from history it comes as the map it is kept as. */
    @RegisterForReflection
    record StoppedByView(Object nodeId, String module) {
        static StoppedByView of(Run.StoppedBy by) {
            return by == null ? null : new StoppedByView(by.nodeId(), by.module());
        }
    }

    /** What a non-blocking trigger answers. */
    @RegisterForReflection
    record Queued(String runId, String status) {}
}
