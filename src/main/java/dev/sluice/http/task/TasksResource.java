package dev.sluice.http.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sluice.http.PageView;
import dev.sluice.http.ProblemException;
import dev.sluice.http.QueryValues;
import dev.sluice.http.Roles;
import dev.sluice.store.tasks.TaskFilter;
import dev.sluice.store.tasks.TaskRow;
import dev.sluice.store.tasks.Tasks;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Background work: runs of non-blocking triggers and branches of concurrent tasks, until they are done. */
@RolesAllowed(Roles.VIEWER)
@Path("/api/v1/tasks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tasks", description = "Background work, and what of it failed for good")
public class TasksResource {
    private static final String EXAMPLE = "01990c1e-0000-7000-8000-000000000042";

    private final Tasks tasks;

    TasksResource(Tasks tasks) {
        this.tasks = tasks;
    }

    /** A task as callers see it. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Task")
    record TaskView(
            @Schema(description = "also the id of its run") String id,
            @Schema(description = "the run that sent this branch off") String parentId,
            String trigger,
            long workflowId,
            int workflowVersion,
            @Schema(description = "where a branch starts") String startNode,
            int depth,
            @Schema(description = "waiting, running or dead") String state,
            @Schema(description = "how often it was begun") int attempts,
            String lastError,
            Instant createdAt,
            @Schema(description = "when it is tried again after an error") Instant nextTry) {

        static TaskView of(TaskRow row) {
            return new TaskView(
                    row.id(),
                    row.parentId(),
                    row.trigger(),
                    row.workflowId(),
                    row.workflowVersion(),
                    row.startNode(),
                    row.depth(),
                    row.state(),
                    row.attempts(),
                    row.lastError(),
                    row.createdAt(),
                    row.nextTry());
        }
    }

    /** How many tasks a call concerned. */
    @RegisterForReflection
    @Schema(name = "TaskCount")
    record Count(int tasks) {}

    @GET
    @Blocking
    @Operation(
            summary = "Tasks that wait, run or are dead, newest first",
            description = "What is done is no task any more; its run is in the history under the same id.")
    public PageView<TaskView> list(
            @Parameter(description = "waiting, running or dead", example = "dead") @RestQuery String state,
            @Parameter(example = "event-after-save") @RestQuery String trigger,
            @RestQuery Long workflow,
            @Parameter(
                            description =
                                    "createdAt, trigger, workflowId or attempts, with - before it for the other way round")
                    @RestQuery
                    @DefaultValue("-createdAt")
                    String sort,
            @RestQuery @DefaultValue("1") int page,
            @RestQuery @DefaultValue("50") int size) {
        String known = QueryValues.oneOf("state", state, "waiting", "running", "dead");
        TaskFilter filter = new TaskFilter(known, trigger == null || trigger.isBlank() ? null : trigger, workflow);
        return PageView.of(tasks.list(filter, PageView.asked(page, size, sort)), TaskView::of);
    }

    @GET
    @Path("/{id}")
    @Blocking
    @Operation(summary = "One task")
    public TaskView task(@Parameter(example = EXAMPLE) @RestPath String id) {
        return tasks.find(id)
                .map(TaskView::of)
                .orElseThrow(() -> new ProblemException(
                        404,
                        "There is no task `" + id + "`: it has been done or deleted. GET /api/v1/runs/" + id
                                + " tells what came of it."));
    }

    @POST
    @RolesAllowed(Roles.EDITOR)
    @Path("/{id}/retry")
    @Blocking
    @Operation(
            summary = "Try a dead task again",
            description = "From the beginning, with the same run id and so the same Idempotency-Key towards others.")
    public TaskView retry(@Parameter(example = EXAMPLE) @RestPath String id) {
        TaskView before = task(id);
        tasks.retry(id);
        return tasks.find(id).map(TaskView::of).orElse(before);
    }

    @DELETE
    @RolesAllowed(Roles.EDITOR)
    @Path("/{id}")
    @Blocking
    @Operation(
            summary = "Delete a task that waits or is dead",
            description = "It is not run. One that runs is refused (409).")
    public void delete(@Parameter(example = EXAMPLE) @RestPath String id) {
        tasks.delete(id);
    }

    @POST
    @RolesAllowed(Roles.EDITOR)
    @Path("/dead/retry")
    @Blocking
    @Operation(summary = "Try all dead tasks of a trigger again")
    public Count retryDead(@Parameter(example = "event-after-save") @RestQuery String trigger) {
        return new Count(tasks.retryDead(required(trigger)));
    }

    @DELETE
    @RolesAllowed(Roles.EDITOR)
    @Path("/dead")
    @Blocking
    @Operation(summary = "Delete all dead tasks of a trigger")
    public Count deleteDead(@Parameter(example = "event-after-save") @RestQuery String trigger) {
        return new Count(tasks.deleteDead(required(trigger)));
    }

    private static String required(String trigger) {
        if (trigger == null || trigger.isBlank()) {
            throw new ProblemException(400, "Say which trigger's: ?trigger=event-after-save.");
        }
        return trigger;
    }
}
