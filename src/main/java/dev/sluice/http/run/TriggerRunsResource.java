package dev.sluice.http.run;

import dev.sluice.http.Bodies;
import dev.sluice.http.ProblemException;
import dev.sluice.http.Roles;
import dev.sluice.module.Modules;
import dev.sluice.module.Spec;
import dev.sluice.module.Trigger;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Firing a trigger. */
@RolesAllowed(Roles.CALLER)
@Path("/api/v1/triggers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "Triggers")
public class TriggerRunsResource {
    private final Modules modules;
    private final TriggerCalls calls;
    private final Idempotency idempotency;
    private final Bodies bodies;

    TriggerRunsResource(Modules modules, TriggerCalls calls, Idempotency idempotency, Bodies bodies) {
        this.modules = modules;
        this.calls = calls;
        this.idempotency = idempotency;
        this.bodies = bodies;
    }

    @POST
    @Path("/{trigger}/runs")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(
            summary = "Fire a trigger",
            description = "The platform tells what it is about to do, or has done. Of a blocking trigger the answer's"
                    + " `proceed` says whether to go on. Other triggers are queued (202), unless `wait=true`.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "event tagged tlp:red", value = Examples.EVENT_TLP_RED)))
    @APIResponse(
            responseCode = "200",
            description = "What came of it",
            content = @Content(schema = @Schema(implementation = RunView.class)))
    @APIResponse(
            responseCode = "202",
            description = "Queued",
            content = @Content(schema = @Schema(implementation = RunView.Queued.class)))
    public Uni<RestResponse<?>> fire(
            @Parameter(example = "event-publish") @RestPath String trigger,
            @RestQuery boolean dryRun,
            @RestQuery boolean wait,
            @HeaderParam("Idempotency-Key") String idempotencyKey,
            @HeaderParam("Sluice-Depth") String depth,
            @Context RoutingContext call) {
        Spec spec = modules.trigger(trigger)
                .map(Trigger::spec)
                .orElseThrow(() -> new ProblemException(
                        404, "There is no trigger `" + trigger + "`. GET /api/v1/triggers lists them."));
        TriggerCalls.Manner manner = new TriggerCalls.Manner(dryRun, wait, depth(depth));
        Uni<Map<String, Object>> payload = bodies.object(call);
        return idempotencyKey == null || idempotencyKey.isBlank()
                ? payload.onItem()
                        .transformToUni(it -> calls.fire(spec, it, Bodies.of(call), manner))
                        .onItem()
                        .transform(TriggerRunsResource::response)
                : payload.onItem().transformToUni(it -> once(spec, it, manner, idempotencyKey, Bodies.of(call)));
    }

    private Uni<RestResponse<?>> once(
            Spec trigger, Map<String, Object> payload, TriggerCalls.Manner manner, String key, byte[] body) {
        TriggerCalls.Prepared prepared = calls.prepare(trigger, payload, body, manner);
        if (prepared instanceof TriggerCalls.Prepared.Now now) {
            return idempotency.once(trigger.id(), key, body, now.work(), TriggerRunsResource::response);
        }
        TriggerCalls.Prepared.Task task = (TriggerCalls.Prepared.Task) prepared;
        RestResponse<?> queued =
                response(new TriggerCalls.Result(null, task.call().runId()));
        return idempotency.together(trigger.id(), key, body, queued, request -> calls.queue(task, request));
    }

    private static RestResponse<?> response(TriggerCalls.Result result) {
        return result.run() == null
                ? RestResponse.ResponseBuilder.create(
                                RestResponse.Status.ACCEPTED, new RunView.Queued(result.queuedId(), "queued"))
                        .build()
                : RestResponse.ok(RunView.of(result.run()));
    }

    private static int depth(String header) {
        if (header == null || header.isBlank()) {
            return 0;
        }
        try {
            return Math.max(0, Integer.parseInt(header.strip()));
        } catch (NumberFormatException e) {
            throw new ProblemException(400, "The header Sluice-Depth must be a whole number.");
        }
    }
}
