package dev.sluice.http.service;

import dev.sluice.engine.Run;
import dev.sluice.http.Bodies;
import dev.sluice.http.ProblemException;
import dev.sluice.http.ServiceDoor;
import dev.sluice.http.run.TriggerCalls;
import dev.sluice.module.Outbound.Answer;
import dev.sluice.module.Spec;
import dev.sluice.outside.modules.ActionService;
import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What MISP calls of its Action service. */
@PermitAll
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Action service",
        description = "For MISP: the protocol of misp-modules, open to this machine without a key")
public class ActionServiceResource {
    private final TriggerModules triggers;
    private final ActionService upstream;
    private final TriggerCalls calls;
    private final Bodies bodies;
    private final ServiceDoor door;

    ActionServiceResource(
            TriggerModules triggers, ActionService upstream, TriggerCalls calls, Bodies bodies, ServiceDoor door) {
        this.triggers = triggers;
        this.upstream = upstream;
        this.calls = calls;
        this.bodies = bodies;
        this.door = door;
    }

    @GET
    @Path("/modules")
    @NonBlocking
    @Operation(
            summary = "The modules that MISP's workflows can use",
            description = "One for each trigger, and those of the misp-modules at SLUICE_MODULES_ACTION_URL.")
    @APIResponse(
            responseCode = "200",
            description = "The list",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY),
                            examples = @ExampleObject(name = "event-publish", value = Examples.MODULES)))
    public String modules(@Context RoutingContext call) {
        door.require(call);
        List<Object> all = new ArrayList<>(triggers.all());
        Set<Object> names = triggers.all().stream().map(it -> it.get("name")).collect(Collectors.toSet());
        upstream.listed().stream()
                .filter(it -> !names.contains(((Map<?, ?>) it).get("name")))
                .forEach(all::add);
        return Json.write(all);
    }

    @GET
    @Path("/healthcheck")
    @NonBlocking
    @Operation(summary = "Whether the service is there")
    public Map<String, Object> healthcheck(@Context RoutingContext call) {
        door.require(call);
        return Fields.of("status", true);
    }

    @POST
    @Path("/query")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(
            summary = "Run a module",
            description = "`sluice_<trigger>` fires that trigger with `data`: {\"data\": true} to go on, {\"error\": …}"
                    + " with the reasons not to. Other modules are those of misp-modules.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "event tagged tlp:red", value = Examples.QUERY)))
    public Uni<RestResponse<?>> query(@Context RoutingContext call) {
        door.require(call);
        return bodies.object(call).onItem().transformToUni(request -> {
            String module = Bodies.text(request, "module");
            if (module == null || module.isEmpty()) {
                throw new ProblemException(400, "`module` is missing: GET /modules lists what there is.");
            }
            Spec trigger = triggers.trigger(module).orElse(null);
            if (trigger != null) {
                return fire(trigger, Bodies.member(request, "data"));
            }
            return TriggerModules.isOurs(module) || !upstream.isThere()
                    ? Uni.createFrom().item(refused(unknown(module)))
                    : forward(Bodies.of(call));
        });
    }

    private Uni<RestResponse<?>> fire(Spec trigger, Map<String, Object> data) {
        Map<String, Object> payload = Objects.requireNonNullElseGet(data, Fields::new);
        try {
            return calls.fire(trigger, payload, Json.writeBytes(payload), new TriggerCalls.Manner(false, false, 0))
                    .onItem()
                    .<RestResponse<?>>transform(ActionServiceResource::told)
                    .onFailure(ProblemException.class)
                    .recoverWithItem(e -> refused(e.getMessage()));
        } catch (ProblemException e) {
            // MISP takes any other status for success, and shows nobody what it says.
            return Uni.createFrom().item(refused(e.getMessage()));
        }
    }

    private static RestResponse<?> told(TriggerCalls.Result result) {
        Run run = result.run();
        if (run == null || run.proceed()) {
            return RestResponse.ok(Fields.of("data", true));
        }
        String reasons = String.join("; ", run.reasons());
        return refused(reasons.isBlank() ? "Sluice refused this without a reason: see its run " + run.id() : reasons);
    }

    private static RestResponse<?> refused(String reason) {
        return RestResponse.ok(Fields.of("error", reason));
    }

    private String unknown(String module) {
        return "Sluice has no module `" + module + "`"
                + (TriggerModules.isOurs(module)
                        ? ": the trigger it stood for is gone. Declare it again, or take the node out of the workflow."
                        : ", and SLUICE_MODULES_ACTION_URL names no misp-modules to ask for it.");
    }

    private Uni<RestResponse<?>> forward(byte[] body) {
        return upstream.pass(body)
                .onItem()
                .<RestResponse<?>>transform(ActionServiceResource::passedOn)
                .onFailure()
                .transform(cause -> new ProblemException(
                        502, "The misp-modules at SLUICE_MODULES_ACTION_URL did not answer: " + cause.getMessage()));
    }

    private static RestResponse<?> passedOn(Answer answer) {
        return RestResponse.ResponseBuilder.<Object>create(answer.status())
                .entity(answer.body())
                .type(MediaType.APPLICATION_JSON)
                .build();
    }
}
