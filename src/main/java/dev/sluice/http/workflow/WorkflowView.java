package dev.sluice.http.workflow;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sluice.store.WorkflowRow;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;

/** A workflow; {@code graph} is MISP's own form of it and missing in lists. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Workflow")
record WorkflowView(
        long id,
        String uuid,
        String name,
        String description,
        String trigger,
        boolean debug,
        long counter,
        int version,
        Instant createdAt,
        Instant updatedAt,
        Object graph,
        List<ProblemView> problems) {

    /** For lists: without the graph. */
    static WorkflowView head(WorkflowRow row) {
        return of(row, null, null);
    }

    /** An answer whose ETag is the version, for If-Match. */
    static RestResponse<WorkflowView> answer(WorkflowRow row) {
        return answer(RestResponse.Status.OK, row, null);
    }

    /** The same after a graph was taken, with what to warn about. */
    static RestResponse<WorkflowView> answer(RestResponse.Status status, WorkflowRow row, List<ProblemView> problems) {
        return RestResponse.ResponseBuilder.create(status, of(row, row.tree(), problems))
                .tag(String.valueOf(row.version()))
                .build();
    }

    private static WorkflowView of(WorkflowRow row, Object graph, List<ProblemView> problems) {
        return new WorkflowView(
                row.id(),
                row.uuid(),
                row.name(),
                row.description(),
                row.trigger(),
                row.debugEnabled(),
                row.counter(),
                row.version(),
                row.createdAt(),
                row.updatedAt(),
                graph,
                problems);
    }
}
