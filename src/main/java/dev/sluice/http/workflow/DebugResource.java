package dev.sluice.http.workflow;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.sluice.http.ProblemException;
import dev.sluice.http.Roles;
import dev.sluice.store.Workflows;
import dev.sluice.store.debug.DebugLog;
import dev.sluice.store.debug.DebugMessage;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What a workflow in debug mode told of its runs. */
@RolesAllowed(Roles.VIEWER)
@Path("/api/v1/workflows")
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "Workflows")
public class DebugResource {
    private static final int MOST = 10_000;
    private static final String EXAMPLE =
            """
            {"server": null, "debug": true, "items": [
              {"id": 4, "at": "2026-11-25T10:59:21Z", "runId": "0199a1b2-…", "path": "/event-publish/end?outcome=success",
                "body": {"source": {"node_id": "", "module_id": "", "filters": "", "parameters": ""},
                  "timestamp": "2026-11-25T11:59:21+01:00",
                  "data": {"blocking_nodes": [], "executed_nodes": [], "blocked_paths": []}}},
              {"id": 3, "at": "2026-11-25T10:59:21Z", "runId": "0199a1b2-…",
                "path": "/event-publish/exec/tag-if?result=success",
                "body": {"source": {"node_id": 2, "module_id": "tag-if", "filters": "",
                    "parameters": {"scope": "event", "condition": "in_or", "tags": ["tlp:red"]}},
                  "timestamp": "2026-11-25T11:59:21+01:00", "data": {"Event": {"info": "…"}}}}]}
            """;

    private final Workflows workflows;
    private final DebugLog log;

    DebugResource(Workflows workflows, DebugLog log) {
        this.workflows = workflows;
        this.log = log;
    }

    /** What the own listener has of a workflow. */
    @RegisterForReflection
    @Schema(name = "DebugLog")
    record DebugView(
            @Schema(description = "the server that requests are posted to instead of being kept here, or null")
                    String server,
            @Schema(description = "whether the workflow is in debug mode") boolean debug,
            List<MessageView> items) {}

    /** One request. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DebugMessage")
    record MessageView(
            @Schema(description = "counts up; give it as `after` to go on there") long id,
            Instant at,
            String runId,
            @Schema(description = "as it would have been posted, with its query") String path,
            @JsonRawValue @Schema(type = SchemaType.OBJECT) String body) {

        static MessageView of(DebugMessage message) {
            return new MessageView(
                    message.id(),
                    message.at(),
                    message.runId(),
                    message.path(),
                    new String(message.body(), StandardCharsets.UTF_8));
        }
    }

    @GET
    @Path("/{id}/debug")
    @Blocking
    @Operation(
            summary = "What a workflow in debug mode told of its runs, newest first",
            description =
                    "The latest requests that would have been posted to a debug server (`sluice.debug.url`) if one"
                            + " were named: `/init`, `/exec/<module>` for each node, `/end`. Kept in memory, so a restart"
                            + " forgets them; secrets are replaced by `***`.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = DebugView.class),
                            examples = @ExampleObject(name = "two requests of one run", value = EXAMPLE)))
    public DebugView list(
            @Parameter(example = "1") @RestPath long id,
            @Parameter(description = "only those that came after the one of this id") @RestQuery @DefaultValue("0")
                    long after,
            @Parameter(description = "how many at most") @RestQuery @DefaultValue("100") int size) {
        if (size < 1 || size > MOST) {
            throw new ProblemException(400, "`size` must be from 1 to " + MOST + ", not " + size + ".");
        }
        boolean debug = workflows.get(id).debugEnabled();
        String server = log.server();
        return new DebugView(
                server.isEmpty() ? null : server,
                debug,
                log.latest(id, after, size).stream().map(MessageView::of).toList());
    }

    @DELETE
    @RolesAllowed(Roles.EDITOR)
    @Path("/{id}/debug")
    @Blocking
    @Operation(summary = "Forget what a workflow in debug mode told")
    public void clear(@Parameter(example = "1") @RestPath long id) {
        workflows.get(id);
        log.clear(id);
    }
}
