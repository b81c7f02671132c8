package dev.sluice.http.module;

import dev.sluice.http.Bodies;
import dev.sluice.http.ProblemException;
import dev.sluice.http.Roles;
import dev.sluice.module.Action;
import dev.sluice.module.Effects;
import dev.sluice.module.Logic;
import dev.sluice.module.Modules;
import dev.sluice.module.Occasion;
import dev.sluice.module.Settings;
import dev.sluice.module.Step;
import dev.sluice.module.Templates;
import dev.sluice.module.Trigger;
import dev.sluice.module.Visit;
import dev.sluice.module.Way;
import dev.sluice.module.WorkflowModule;
import dev.sluice.payload.Fields;
import dev.sluice.payload.Filter;
import dev.sluice.payload.Payload;
import dev.sluice.store.audit.AuditTrail;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Running a module by itself. */
@RolesAllowed(Roles.EDITOR)
@Path("/api/v1/modules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "Modules")
public class ModuleExecutionsResource {
    private final Modules modules;
    private final Templates templates;
    private final Bodies bodies;
    private final AuditTrail trail;

    ModuleExecutionsResource(Modules modules, Templates templates, Bodies bodies, AuditTrail trail) {
        this.modules = modules;
        this.templates = templates;
        this.bodies = bodies;
        this.trail = trail;
    }

    /** What one module did by itself. */
    @RegisterForReflection
    record Execution(
            boolean success,
            String exit,
            List<String> errors,
            Map<String, Object> data,
            List<Map<String, Object>> effects) {}

    @POST
    @Path("/{type}/{id}/executions")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(
            summary = "Run one module, no workflow",
            description = "`convert` brings the data into MISP core format first, as event-publish does."
                    + " With `dryRun` nothing is done outside. Whether the module is enabled does not matter.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "tag-if", value = Examples.EXECUTION)))
    public Uni<Execution> execute(
            @Parameter(example = "logic") @RestPath String type,
            @Parameter(example = "tag-if") @RestPath String id,
            @Context RoutingContext call) {
        WorkflowModule module = known(type, id);
        // A template or a pattern may take its time, and here nobody counts microseconds.
        Uni<Map<String, Object>> body = bodies.object(call).emitOn(Infrastructure.getDefaultWorkerPool());
        return body.onItem().transformToUni(request -> {
            Map<String, Object> data = Bodies.member(request, "data");
            Uni<Map<String, Object>> ready = Uni.createFrom().item(data == null ? new Fields() : data);
            if (Boolean.TRUE.equals(Bodies.flag(request, "convert"))) {
                ready = ready.onItem()
                        .transformToUni(it ->
                                modules.trigger("event-publish").orElseThrow().normalize(it));
            }
            return ready.onItem().transformToUni(it -> execute(module, request, it));
        });
    }

    private Uni<Execution> execute(WorkflowModule module, Map<String, Object> request, Map<String, Object> data) {
        Effects effects = Boolean.TRUE.equals(Bodies.flag(request, "dryRun")) ? Effects.recording() : Effects.real();
        Map<String, Object> params = Bodies.member(request, "params");
        Payload payload = new Payload(data);
        Visit visit = new Visit(
                payload,
                Settings.of(module.spec(), params == null ? Map.of() : params, templates),
                Filter.of(request.get("filters")),
                new Occasion("", 0, "", "", 0),
                effects);
        if (module instanceof Trigger trigger) {
            return trigger.normalize(data)
                    .onItem()
                    .transform(it -> new Execution(it != null, "out", List.of(), it, List.of()));
        }
        if (module instanceof Logic logic) {
            return told(Uni.createFrom().item(() -> chosen(logic.choose(visit), payload, effects)), payload, effects);
        }
        Uni<Execution> acts = told(
                Uni.createFrom()
                        .deferred(() -> ((Action) module).act(visit))
                        .onItem()
                        .transform(step -> acted(step, payload, effects)),
                payload,
                effects);
        if (effects.areRecorded()) {
            return acts;
        }
        // No run tells of it, so the audit log does.
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> trail.add(
                        "execute", "module", "action " + module.spec().id(), null, Fields.of("params", params)))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(() -> acts);
    }

    private static Uni<Execution> told(Uni<Execution> execution, Payload payload, Effects effects) {
        return execution
                .onFailure()
                .recoverWithItem(e -> new Execution(
                        false, null, List.of(String.valueOf(e.getMessage())), payload.data(), effects.recorded()));
    }

    private static Execution chosen(Way way, Payload payload, Effects effects) {
        String exit = way instanceof Way.Take take ? take.exit() : ((Way.Fork) way).exit();
        List<String> errors = way instanceof Way.Take take ? take.errors() : List.of();
        return new Execution(!exit.equals("else"), exit, errors, payload.data(), effects.recorded());
    }

    private static Execution acted(Step step, Payload payload, Effects effects) {
        boolean goesOn = step instanceof Step.GoOn;
        List<String> errors = step instanceof Step.GoOn on ? on.errors() : ((Step.Stop) step).reasons();
        return new Execution(goesOn, goesOn ? "out" : null, errors, payload.data(), effects.recorded());
    }

    private WorkflowModule known(String type, String id) {
        return modules.find(type, id)
                .orElseThrow(() -> new ProblemException(
                        404, "There is no " + type + " module `" + id + "`. GET /api/v1/modules lists them."));
    }
}
