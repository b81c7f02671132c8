package dev.sluice.http.run;

import dev.sluice.http.PageView;
import dev.sluice.http.ProblemException;
import dev.sluice.http.QueryValues;
import dev.sluice.http.Roles;
import dev.sluice.store.history.History;
import dev.sluice.store.history.RunFilter;
import dev.sluice.store.history.StoredRun;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The history of runs. */
@RolesAllowed(Roles.VIEWER)
@Path("/api/v1/runs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Runs", description = "What ran, and what came of it")
public class RunsResource {
    private final History history;

    RunsResource(History history) {
        this.history = history;
    }

    @GET
    @Blocking
    @Operation(
            summary = "Runs, newest first",
            description =
                    "Without their trails; one run has it. `total` is counted up to 10,001, which stands for more.")
    public PageView<RunView> runs(
            @Parameter(example = "event-publish") @RestQuery String trigger,
            @RestQuery Long workflow,
            @Parameter(description = "success, blocked, failure or skipped") @RestQuery String outcome,
            @Parameter(description = "part of a reason or of the workflow's name") @RestQuery String text,
            @Parameter(description = "uuid of the event it was about") @RestQuery String event,
            @Parameter(description = "the run whose branches are asked for") @RestQuery String parent,
            @Parameter(description = "as in 2026-11-24T00:00:00Z") @RestQuery String from,
            @RestQuery String to,
            @Parameter(description = "startedAt or durationMicros, with - before it for the other way round")
                    @RestQuery
                    @DefaultValue("-startedAt")
                    String sort,
            @Parameter(
                            description = "id of the last run of the page before: goes on there, however long the list"
                                    + " is and whatever was added meanwhile; for the order of time")
                    @RestQuery
                    String after,
            @RestQuery @DefaultValue("1") int page,
            @RestQuery @DefaultValue("50") int size) {
        String known = QueryValues.oneOf("outcome", outcome, "success", "blocked", "failure", "skipped");
        RunFilter filter = new RunFilter(
                QueryValues.text(trigger),
                workflow,
                known,
                QueryValues.text(text),
                QueryValues.text(event),
                id("parent", parent),
                QueryValues.time(from),
                QueryValues.time(to),
                id("after", after));
        return PageView.of(history.list(filter, PageView.asked(page, size, sort)), it -> RunView.of(it, true));
    }

    @GET
    @Path("/{id}")
    @Blocking
    @Operation(summary = "One run")
    public RunView run(@RestPath String id) {
        return RunView.of(known(id), false);
    }

    @GET
    @Path("/{id}/input")
    @Blocking
    @Operation(
            summary = "What the platform sent for a run",
            description = "As it came, but for secrets, which are replaced by `***` before anything is kept.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)))
    public RestResponse<String> input(@RestPath String id) {
        StoredRun run = known(id);
        return history.input(id)
                .map(it -> RestResponse.ok(new String(it, StandardCharsets.UTF_8)))
                .orElseThrow(() -> new ProblemException(404, "The input was not kept. " + run.noInput()));
    }

    private StoredRun known(String id) {
        return history.find(id)
                .orElseThrow(() -> new ProblemException(404, "There is no run `" + id + "` in the history."));
    }

    private static UUID id(String name, String text) {
        try {
            return QueryValues.text(text) == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(400, "`" + name + "` must be the id of a run, not `" + text + "`.");
        }
    }
}
