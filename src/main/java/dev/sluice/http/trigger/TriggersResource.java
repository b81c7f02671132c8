package dev.sluice.http.trigger;

import dev.sluice.http.Bodies;
import dev.sluice.http.ProblemException;
import dev.sluice.http.Roles;
import dev.sluice.module.Modules;
import dev.sluice.module.Spec;
import dev.sluice.module.Trigger;
import dev.sluice.store.NamedTriggers;
import dev.sluice.store.Paging;
import dev.sluice.store.TriggerSettings;
import dev.sluice.store.WorkflowRow;
import dev.sluice.store.Workflows;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Triggers: what there is, what is on, and declaring one. */
@RolesAllowed(Roles.VIEWER)
@Path("/api/v1/triggers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Triggers", description = "What a platform calls, and what listens to it")
public class TriggersResource {
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Modules modules;
    private final TriggerSettings settings;
    private final NamedTriggers named;
    private final Workflows workflows;

    TriggersResource(Modules modules, TriggerSettings settings, NamedTriggers named, Workflows workflows) {
        this.modules = modules;
        this.settings = settings;
        this.named = named;
        this.workflows = workflows;
    }

    /** A change of what is set; what is missing stays. */
    @RegisterForReflection
    record TriggerChange(
            Boolean enabled,
            @Schema(
                            implementation = Object.class,
                            description =
                                    "How long the trigger waits for a decision: milliseconds, or a text like 2s or PT2S")
                    Duration deadline,
            String onError) {}

    @GET
    @Blocking
    @Operation(summary = "All triggers")
    public List<TriggerView> list(@RestQuery String scope, @RestQuery Boolean enabled, @RestQuery Boolean blocking) {
        Map<String, WorkflowRow> drawn = workflows.list(null, Paging.first(Paging.MOST)).items().stream()
                .collect(Collectors.toMap(WorkflowRow::trigger, it -> it));
        return modules.all().stream()
                .filter(Trigger.class::isInstance)
                .map(it -> view(it.spec(), drawn.get(it.spec().id())))
                .filter(it -> scope == null || scope.isBlank() || it.scope().equals(scope))
                .filter(it -> enabled == null || enabled == it.enabled())
                .filter(it -> blocking == null || blocking == it.blocking())
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
    @RolesAllowed(Roles.EDITOR)
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
    public TriggerView change(
            @Parameter(example = "event-publish") @RestPath String trigger, @Context RoutingContext call) {
        known(trigger);
        Map<String, Object> request = Bodies.parse(call);
        Bodies.allow(request, "enabled", "deadline", "onError");
        TriggerChange change = new TriggerChange(
                Bodies.flag(request, "enabled"), deadline(request.get("deadline")), Bodies.text(request, "onError"));
        if (change.onError() != null && !List.of("open", "closed").contains(change.onError())) {
            throw new ProblemException(400, "onError must be open or closed.");
        }
        settings.change(
                trigger,
                change.enabled(),
                change.deadline(),
                change.onError() == null ? null : change.onError().equals("open"));
        return get(trigger);
    }

    /** A number of milliseconds, or a text as settings have it. */
    private static Duration deadline(Object value) {
        if (value == null) {
            return null;
        }
        try {
            Duration deadline = value instanceof Long millis
                    ? Duration.ofMillis(millis)
                    : DurationConverter.parseDuration(value.toString());
            if (deadline.compareTo(SHORTEST) >= 0 && deadline.compareTo(LONGEST) <= 0) {
                return deadline;
            }
        } catch (IllegalArgumentException e) {
            // told below, in the same words
        }
        throw new ProblemException(
                400, "deadline must be a number of milliseconds between 1 and 600000, or a text like 2s or 500ms.");
    }

    @POST
    @RolesAllowed(Roles.EDITOR)
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
    public RestResponse<TriggerView> declare(@Context RoutingContext call) {
        Map<String, Object> request = Bodies.parse(call);
        Bodies.allow(request, "id", "name", "scope", "blocking", "coreFormat", "description");
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
    @RolesAllowed(Roles.EDITOR)
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
        return TriggerView.of(spec, modules.isBuiltIn(spec.id()), settings.of(spec.id()), workflow);
    }
}
