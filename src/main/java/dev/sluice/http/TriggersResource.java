package dev.sluice.http;

import dev.sluice.module.Modules;
import dev.sluice.module.Spec;
import dev.sluice.module.Trigger;
import dev.sluice.store.NamedTriggers;
import dev.sluice.store.Paging;
import dev.sluice.store.TriggerSettings;
import dev.sluice.store.WorkflowRow;
import dev.sluice.store.Workflows;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
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

/** Triggers: what there is, what is on, and firing one. */
@Path("/api/v1/triggers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Triggers", description = "What a platform calls, and what listens to it")
public class TriggersResource {
    private final Modules modules;
    private final TriggerSettings settings;
    private final NamedTriggers named;
    private final Workflows workflows;
    private final TriggerCalls calls;
    private final Idempotency idempotency;
    private final Bodies bodies;

    TriggersResource(
            Modules modules,
            TriggerSettings settings,
            NamedTriggers named,
            Workflows workflows,
            TriggerCalls calls,
            Idempotency idempotency,
            Bodies bodies) {
        this.modules = modules;
        this.settings = settings;
        this.named = named;
        this.workflows = workflows;
        this.calls = calls;
        this.idempotency = idempotency;
        this.bodies = bodies;
    }

    /** A trigger of the catalogue with what is set and drawn for it. */
    @RegisterForReflection
    @Schema(name = "Trigger")
    record TriggerView(
            String id,
            String name,
            String scope,
            String description,
            String icon,
            boolean blocking,
            boolean coreFormat,
            @Schema(description = "low, medium or high") String overhead,
            String overheadMessage,
            String origin,
            boolean enabled,
            long deadlineMillis,
            @Schema(description = "open or closed: what counts when no decision could be made") String onError,
            Long workflowId,
            Long counter,
            Instant updatedAt) {}

    /** A change of what is set; what is missing stays. */
    @RegisterForReflection
    record TriggerChange(Boolean enabled, Long deadlineMillis, String onError) {}

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
                            schema =
                                    @Schema(
                                            type =
                                                    org.eclipse.microprofile.openapi.annotations.enums.SchemaType
                                                            .OBJECT),
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
        byte[] body = BodyLimit.payload(call);
        Spec spec = known(trigger).spec();
        TriggerCalls.Manner manner = new TriggerCalls.Manner(dryRun, wait, depth(depth));
        Uni<TriggerCalls.Result> result =
                bodies.object(body).onItem().transformToUni(it -> calls.fire(spec, it, manner));
        return idempotencyKey == null || idempotencyKey.isBlank()
                ? result.onItem().transform(TriggersResource::response)
                : idempotency.once(trigger, idempotencyKey, body, result, TriggersResource::response);
    }

    static RestResponse<?> response(TriggerCalls.Result result) {
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

    @GET
    @Blocking
    @Operation(summary = "All triggers")
    public List<TriggerView> list(
            @RestQuery String scope, @RestQuery Optional<Boolean> enabled, @RestQuery Optional<Boolean> blocking) {
        Map<String, WorkflowRow> drawn = workflows.list(null, Paging.first(Paging.MOST)).items().stream()
                .collect(Collectors.toMap(WorkflowRow::trigger, it -> it));
        return modules.all().stream()
                .filter(Trigger.class::isInstance)
                .map(it -> view(it.spec(), drawn.get(it.spec().id())))
                .filter(it -> scope == null || scope.isBlank() || it.scope().equals(scope))
                .filter(it -> enabled.isEmpty() || enabled.get() == it.enabled())
                .filter(it -> blocking.isEmpty() || blocking.get() == it.blocking())
                .toList();
    }

    @GET
    @Path("/{trigger}")
    @Blocking
    @Operation(summary = "One trigger")
    public TriggerView get(@Parameter(example = "event-publish") @RestPath String trigger) {
        return view(known(trigger).spec(), workflows.findByTrigger(trigger).orElse(null));
    }

    @PATCH
    @Path("/{trigger}")
    @Blocking
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(summary = "Switch a trigger on or off, set its deadline and what counts when no decision could be made")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TriggerChange.class),
                            examples = @ExampleObject(name = "switch on", value = "{\"enabled\": true}")))
    public TriggerView change(@Parameter(example = "event-publish") @RestPath String trigger, byte[] body) {
        known(trigger);
        Map<String, Object> request = Bodies.parse(body);
        TriggerChange change = new TriggerChange(
                Bodies.flag(request, "enabled"),
                Bodies.number(request, "deadlineMillis"),
                Bodies.text(request, "onError"));
        if (change.deadlineMillis() != null && (change.deadlineMillis() < 1 || change.deadlineMillis() > 600_000)) {
            throw new ProblemException(400, "deadlineMillis must be between 1 and 600000.");
        }
        if (change.onError() != null && !List.of("open", "closed").contains(change.onError())) {
            throw new ProblemException(400, "onError must be open or closed.");
        }
        settings.change(
                trigger,
                change.enabled(),
                change.deadlineMillis() == null ? null : Duration.ofMillis(change.deadlineMillis()),
                change.onError() == null ? null : change.onError().equals("open"));
        return get(trigger);
    }

    @POST
    @Blocking
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(
            summary = "Declare a trigger",
            description = "For a platform that is not MISP: any id that is free, fired like the others.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NamedTriggers.Declaration.class),
                            examples = @ExampleObject(name = "a ticket system", value = Examples.NEW_TRIGGER)))
    public RestResponse<TriggerView> declare(byte[] body) {
        Map<String, Object> request = Bodies.parse(body);
        NamedTriggers.Declaration trigger = named.declare(new NamedTriggers.Declaration(
                Bodies.text(request, "id"),
                Bodies.text(request, "name"),
                Bodies.text(request, "scope"),
                Boolean.TRUE.equals(Bodies.flag(request, "blocking")),
                Boolean.TRUE.equals(Bodies.flag(request, "coreFormat")),
                Bodies.text(request, "description")));
        return RestResponse.status(RestResponse.Status.CREATED, get(trigger.id()));
    }

    @DELETE
    @Path("/{trigger}")
    @Blocking
    @Operation(summary = "Remove a declared trigger")
    public void remove(@RestPath String trigger) {
        named.remove(trigger);
    }

    private Trigger known(String id) {
        return modules.trigger(id)
                .orElseThrow(() -> new ProblemException(
                        404, "There is no trigger `" + id + "`. GET /api/v1/triggers lists them."));
    }

    private TriggerView view(Spec spec, WorkflowRow workflow) {
        TriggerSettings.Setting setting = settings.of(spec.id());
        Spec.Start start = spec.start().orElseThrow();
        return new TriggerView(
                spec.id(),
                spec.name(),
                start.scope(),
                spec.description(),
                spec.icon(),
                spec.blocking(),
                spec.coreFormat(),
                start.overhead().name().toLowerCase(Locale.ROOT),
                start.overheadMessage(),
                modules.isBuiltIn(spec.id()) ? "built-in" : "declared",
                setting.enabled(),
                setting.deadline().toMillis(),
                setting.open() ? "open" : "closed",
                workflow == null ? null : workflow.id(),
                workflow == null ? null : workflow.counter(),
                workflow == null ? null : workflow.updatedAt());
    }
}
