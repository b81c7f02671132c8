package dev.sluice.http.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sluice.engine.Visited;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A node of a run's trail as callers see it. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "VisitedNode")
record NodeView(
        Object nodeId,
        String module,
        String type,
        @Schema(description = "continued, failed, stopped, error, disabled or unknown; of logic the exit taken")
                String result,
        List<String> errors,
        long durationMicros,
        @Schema(description = "what the node changed in the data, as a JSON Patch") List<Map<String, Object>> changes,
        @Schema(description = "true where it changed more than is told") Boolean changesCut) {

    static NodeView of(Visited node) {
        boolean unchanged = node.changes().isEmpty();
        return new NodeView(
                node.nodeId(),
                node.module(),
                node.type(),
                node.result(),
                node.errors(),
                node.durationMicros(),
                unchanged ? null : node.changes().operations(),
                unchanged || node.changes().complete() ? null : true);
    }
}
