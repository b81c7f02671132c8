package dev.sluice.http.run;

import dev.sluice.http.PageView;
import dev.sluice.http.ProblemException;
import dev.sluice.http.QueryValues;
import dev.sluice.store.history.History;
import dev.sluice.store.history.LogFilter;
import dev.sluice.store.history.LogRow;
import dev.sluice.store.history.RunFilter;
import dev.sluice.store.history.StoredRun;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The history of runs and what the execution log says of them. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Runs", description = "What ran, and what came of it")
public class RunsResource {
    private final History history;

    RunsResource(History history) {
        this.history = history;
    }

    @GET
    @Path("/runs")
    @Blocking
    @Operation(summary = "Runs, newest first")
    public PageView<RunView> runs(
            @Parameter(example = "event-publish") @RestQuery String trigger,
            @RestQuery Long workflow,
            @Parameter(description = "success, blocked, failure or skipped") @RestQuery String outcome,
            @Parameter(description = "part of a reason") @RestQuery String text,
            @RestQuery String event,
            @Parameter(description = "as in 2026-11-24T00:00:00Z") @RestQuery String from,
            @RestQuery String to,
            @Parameter(description = "startedAt or durationMicros, with - before it for the other way round")
                    @RestQuery
                    @DefaultValue("-startedAt")
                    String sort,
            @RestQuery @DefaultValue("1") int page,
            @RestQuery @DefaultValue("50") int size) {
        String known = QueryValues.oneOf("outcome", outcome, "success", "blocked", "failure", "skipped");
        RunFilter filter =
                new RunFilter(blank(trigger), workflow, known, blank(text), blank(event), time(from), time(to));
        return PageView.of(history.list(filter, PageView.asked(page, size, sort)), RunsResource::view);
    }

    @GET
    @Path("/runs/{id}")
    @Blocking
    @Operation(summary = "One run")
    public RunView run(@RestPath String id) {
        return history.find(id)
                .map(RunsResource::view)
                .orElseThrow(() -> new ProblemException(404, "There is no run `" + id + "` in the history."));
    }

    @GET
    @Path("/logs")
    @Blocking
    @Operation(summary = "Entries of the execution log, newest first")
    public PageView<LogRow> logs(
            @RestQuery String trigger,
            @RestQuery Long workflow,
            @RestQuery String run,
            @Parameter(description = "DEBUG, INFO or ERROR") @RestQuery String level,
            @RestQuery String text,
            @RestQuery String from,
            @RestQuery String to,
            @RestQuery @DefaultValue("1") int page,
            @RestQuery @DefaultValue("50") int size) {
        String known = QueryValues.oneOf("level", level, "DEBUG", "INFO", "ERROR");
        LogFilter filter =
                new LogFilter(blank(trigger), workflow, blank(run), known, blank(text), time(from), time(to));
        return PageView.of(history.logs(filter, PageView.asked(page, size, null)), it -> it);
    }

    private static RunView view(StoredRun run) {
        return new RunView(
                run.id(),
                run.parentId(),
                run.trigger(),
                run.workflowId(),
                run.workflowVersion(),
                run.outcome(),
                run.proceed(),
                run.reasons().stream().map(Object::toString).toList(),
                run.stoppedBy(),
                run.nodes(),
                run.blockedPaths(),
                run.effects(),
                run.dryRun() ? true : null,
                blank(run.eventUuid()),
                run.startedAt(),
                run.durationMicros());
    }

    private static String blank(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static Instant time(String text) {
        try {
            return blank(text) == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new ProblemException(400, "`" + text + "` is no time; write 2026-11-24T00:00:00Z.");
        }
    }
}
