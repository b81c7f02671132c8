package dev.sluice.http.module;

import dev.sluice.http.Bodies;
import dev.sluice.http.ProblemException;
import dev.sluice.http.QueryValues;
import dev.sluice.http.Roles;
import dev.sluice.module.Modules;
import dev.sluice.module.Spec;
import dev.sluice.module.WorkflowModule;
import dev.sluice.store.StoredSwitches;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The catalogue of modules, and their switches. */
@RolesAllowed(Roles.VIEWER)
@Path("/api/v1/modules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Modules", description = "What nodes can be, and trying one")
public class ModulesResource {
    private final Modules modules;
    private final StoredSwitches switches;

    ModulesResource(Modules modules, StoredSwitches switches) {
        this.modules = modules;
        this.switches = switches;
    }

    /** A change of what is set. */
    @RegisterForReflection
    record ModuleChange(Boolean enabled) {}

    @GET
    @Operation(summary = "All modules, or those that fit")
    @Blocking
    public List<ModuleView> list(
            @Parameter(example = "logic") @RestQuery String type,
            @RestQuery Boolean enabled,
            @RestQuery Boolean blocking,
            @RestQuery String origin,
            @Parameter(description = "part of the id, name or description") @RestQuery String text) {
        String kind = QueryValues.oneOf("type", type, "trigger", "logic", "action");
        String sought = text == null ? "" : text.toLowerCase(Locale.ROOT);
        return modules.all().stream()
                .map(this::view)
                .filter(it -> kind == null || it.type().equals(kind))
                .filter(it -> enabled == null || enabled == it.enabled())
                .filter(it -> blocking == null || blocking == it.blocking())
                .filter(it -> origin == null || origin.isBlank() || it.origin().equals(origin))
                .filter(it -> Stream.of(it.id(), it.name(), it.description())
                        .anyMatch(words -> words.toLowerCase(Locale.ROOT).contains(sought)))
                .toList();
    }

    @GET
    @Path("/{type}/{id}")
    @Operation(summary = "One module")
    @Blocking
    public ModuleView get(
            @Parameter(example = "logic") @RestPath String type, @Parameter(example = "tag-if") @RestPath String id) {
        return view(known(type, id));
    }

    @PATCH
    @RolesAllowed(Roles.EDITOR)
    @Path("/{type}/{id}")
    @Blocking
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(summary = "Switch a module on or off")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ModuleChange.class),
                            examples = @ExampleObject(name = "switch on", value = "{\"enabled\": true}")))
    public ModuleView change(
            @Parameter(example = "logic") @RestPath String type,
            @Parameter(example = "count-if") @RestPath String id,
            @Context RoutingContext call) {
        WorkflowModule module = known(type, id);
        Map<String, Object> request = Bodies.parse(call);
        Bodies.allow(request, "enabled");
        ModuleChange change = new ModuleChange(Bodies.flag(request, "enabled"));
        if (change.enabled() == null) {
            throw new ProblemException(400, "Say whether the module is enabled: {\"enabled\": true} or false.");
        }
        if (change.enabled() && module.isBroken()) {
            throw new ProblemException(
                    409, "It cannot be switched on before this is repaired: " + String.join(" ", module.diagnostics()));
        }
        switches.set(module.spec(), change.enabled());
        return get(type, id);
    }

    private WorkflowModule known(String type, String id) {
        return modules.find(type, id)
                .orElseThrow(() -> new ProblemException(
                        404, "There is no " + type + " module `" + id + "`. GET /api/v1/modules lists them."));
    }

    private ModuleView view(WorkflowModule module) {
        Spec spec = module.spec();
        return ModuleView.of(module, switches.isOn(spec));
    }
}
