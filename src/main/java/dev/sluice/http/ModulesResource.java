package dev.sluice.http;

import dev.sluice.module.Action;
import dev.sluice.module.Effects;
import dev.sluice.module.Logic;
import dev.sluice.module.Modules;
import dev.sluice.module.Occasion;
import dev.sluice.module.Option;
import dev.sluice.module.Param;
import dev.sluice.module.Settings;
import dev.sluice.module.Spec;
import dev.sluice.module.Step;
import dev.sluice.module.Templates;
import dev.sluice.module.Trigger;
import dev.sluice.module.Visit;
import dev.sluice.module.Way;
import dev.sluice.module.WorkflowModule;
import dev.sluice.payload.Fields;
import dev.sluice.payload.Filter;
import dev.sluice.payload.Payload;
import dev.sluice.store.StoredSwitches;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The catalogue of modules, their switches, and running one by itself. */
@Path("/api/v1/modules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Modules", description = "What nodes can be, and trying one")
public class ModulesResource {
    private static final int MOST_OPTIONS = 50;

    private final Modules modules;
    private final StoredSwitches switches;
    private final Templates templates;
    private final Bodies bodies;

    ModulesResource(Modules modules, StoredSwitches switches, Templates templates, Bodies bodies) {
        this.modules = modules;
        this.switches = switches;
        this.templates = templates;
        this.bodies = bodies;
    }

    /** A parameter of a module: a field of its form. */
    @RegisterForReflection
    @Schema(name = "Param")
    record ParamView(
            String id,
            String label,
            String type,
            Object standard,
            String placeholder,
            List<Option> options,
            boolean multiple,
            boolean freeEntries,
            boolean jinjaSupported,
            boolean subSelector,
            boolean required,
            Map<String, List<String>> displayOn) {

        static ParamView of(Param<?> param) {
            return new ParamView(
                    param.id(),
                    param.label(),
                    param.widget().name().toLowerCase(Locale.ROOT),
                    param.standard(),
                    param.placeholder(),
                    param.options(),
                    param.isMultiple(),
                    param.takesFreeEntries(),
                    param.isTemplate(),
                    param.isSubSelector(),
                    param.isRequired(),
                    param.shownWhen());
        }
    }

    /** A module of the catalogue. */
    @RegisterForReflection
    @Schema(name = "Module")
    record ModuleView(
            String type,
            String id,
            String name,
            String version,
            String description,
            String icon,
            String iconClass,
            String iconPath,
            int inputs,
            List<String> exits,
            boolean blocking,
            boolean multipleConnections,
            boolean coreFormat,
            boolean supportFilters,
            String look,
            String origin,
            boolean enabled,
            List<String> diagnostics,
            List<ParamView> params) {}

    /** A change of what is set. */
    @RegisterForReflection
    record ModuleChange(Boolean enabled) {}

    /** One page of the choices of a picker. */
    @RegisterForReflection
    record Options(List<Option> options, long total, String diagnostic) {}

    /** What one module did by itself. */
    @RegisterForReflection
    record Execution(
            boolean success,
            String exit,
            List<String> errors,
            Map<String, Object> data,
            List<Map<String, Object>> effects) {}

    @GET
    @Operation(summary = "All modules, or those that fit")
    @Blocking
    public List<ModuleView> list(
            @Parameter(example = "logic") @RestQuery String type,
            @RestQuery Optional<Boolean> enabled,
            @RestQuery Optional<Boolean> blocking,
            @RestQuery String origin,
            @Parameter(description = "part of the id, name or description") @RestQuery String text) {
        String sought = text == null ? "" : text.toLowerCase(Locale.ROOT);
        return modules.all().stream()
                .map(this::view)
                .filter(it -> type == null || type.isBlank() || it.type().equals(type))
                .filter(it -> enabled.isEmpty() || enabled.get() == it.enabled())
                .filter(it -> blocking.isEmpty() || blocking.get() == it.blocking())
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
            byte[] body) {
        Spec spec = known(type, id).spec();
        ModuleChange change = new ModuleChange(Bodies.flag(Bodies.parse(body), "enabled"));
        if (change.enabled() == null) {
            throw new ProblemException(400, "Say whether the module is enabled: {\"enabled\": true} or false.");
        }
        switches.set(spec.type(), spec.id(), change.enabled());
        return get(type, id);
    }

    @GET
    @Path("/options/{module}/{param}")
    @Operation(summary = "The choices of a parameter, looked up by text, 50 at a time")
    @Blocking
    public Options options(
            @Parameter(example = "tag-if") @RestPath String module,
            @Parameter(example = "condition") @RestPath String param,
            @RestQuery String q,
            @RestQuery @DefaultValue("1") int page) {
        Param<?> found = modules.all().stream()
                .map(WorkflowModule::spec)
                .filter(it -> it.id().equals(module))
                .flatMap(it -> it.params().stream())
                .filter(it -> it.id().equals(param))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        404, "There is no module `" + module + "` with a parameter `" + param + "`."));
        String sought = q == null ? "" : q.toLowerCase(Locale.ROOT);
        List<Option> fitting = found.options().stream()
                .filter(it ->
                        (it.value() + " " + it.label()).toLowerCase(Locale.ROOT).contains(sought))
                .toList();
        boolean lookedUp = found.widget() == Param.Widget.PICKER && !found.takesFreeEntries();
        return new Options(
                fitting.stream()
                        .skip((long) MOST_OPTIONS * (Math.max(page, 1) - 1))
                        .limit(MOST_OPTIONS)
                        .toList(),
                fitting.size(),
                lookedUp ? "These choices come from the platform, and none is connected. Type the value itself." : "");
    }

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
            byte[] body) {
        WorkflowModule module = known(type, id);
        return bodies.object(body).onItem().transformToUni(request -> {
            Map<String, Object> data = Bodies.member(request, "data");
            Uni<Map<String, Object>> ready = Uni.createFrom().item(data == null ? new Fields() : data);
            if (Boolean.TRUE.equals(request.get("convert"))) {
                ready = ready.onItem()
                        .transformToUni(it ->
                                modules.trigger("event-publish").orElseThrow().normalize(it));
            }
            return ready.onItem().transformToUni(it -> execute(module, request, it));
        });
    }

    private Uni<Execution> execute(WorkflowModule module, Map<String, Object> request, Map<String, Object> data) {
        Effects effects = Boolean.TRUE.equals(request.get("dryRun")) ? Effects.recording() : Effects.real();
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
            return Uni.createFrom().item(() -> chosen(logic.choose(visit), payload, effects));
        }
        return ((Action) module)
                .act(visit)
                .onItem()
                .transform(step -> acted(step, payload, effects))
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
        List<String> reasons = step instanceof Step.Stop stop ? stop.reasons() : List.of();
        boolean goesOn = step instanceof Step.GoOn;
        return new Execution(goesOn, goesOn ? "out" : null, reasons, payload.data(), effects.recorded());
    }

    private WorkflowModule known(String type, String id) {
        return modules.find(type, id)
                .orElseThrow(() -> new ProblemException(
                        404, "There is no " + type + " module `" + id + "`. GET /api/v1/modules lists them."));
    }

    private ModuleView view(WorkflowModule module) {
        Spec spec = module.spec();
        return new ModuleView(
                spec.type().id(),
                spec.id(),
                spec.name(),
                spec.version(),
                spec.description(),
                spec.icon(),
                spec.iconClass(),
                spec.iconPath(),
                spec.hasEntry() ? 1 : 0,
                spec.exits(),
                spec.blocking(),
                spec.forks(),
                spec.coreFormat(),
                spec.filters(),
                spec.look(),
                spec.type() != Spec.Type.TRIGGER || modules.isBuiltIn(spec.id()) ? "built-in" : "declared",
                switches.isOn(spec),
                module.diagnostics(),
                spec.params().stream().map(ParamView::of).toList());
    }
}
