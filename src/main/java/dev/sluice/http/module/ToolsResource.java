package dev.sluice.http.module;

import dev.sluice.http.Bodies;
import dev.sluice.http.ProblemException;
import dev.sluice.http.Roles;
import dev.sluice.module.Modules;
import dev.sluice.payload.Condition;
import dev.sluice.payload.Fields;
import dev.sluice.payload.Filter;
import dev.sluice.payload.HashPath;
import dev.sluice.template.Template;
import dev.sluice.template.TemplateException;
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
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Trying a path, a condition or a conversion on data, without a workflow. */
@RolesAllowed(Roles.VIEWER)
@Path("/api/v1/tools")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
@Tag(name = "Tools", description = "What modules are made of, by hand")
public class ToolsResource {
    private final Modules modules;
    private final Bodies bodies;

    ToolsResource(Modules modules, Bodies bodies) {
        this.modules = modules;
        this.bodies = bodies;
    }

    @POST
    @Path("/hash-path")
    @Operation(
            summary = "Try a hash path",
            description = "`fn` is extract (default), get (`default`), insert (`value`), remove, or combine"
                    + " (`keyPath`, `valuePath`, `groupPath`).")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "names of all tags", value = Examples.HASH_PATH)))
    public Uni<Map<String, Object>> hashPath(@Context RoutingContext call) {
        return bodies.object(call).onItem().transform(request -> {
            Object data = request.get("data");
            HashPath path = HashPath.of(request.get("path"));
            String function = Objects.toString(request.get("fn"), "extract");
            return Fields.of(
                    "result",
                    switch (function) {
                        case "extract" -> path.extract(data);
                        case "get" -> path.get(data, request.get("default"));
                        case "insert" -> path.insert(data, request.get("value"));
                        case "remove" -> path.remove(data);
                        case "combine" ->
                            HashPath.combine(
                                    data,
                                    text(request, "keyPath"),
                                    text(request, "valuePath"),
                                    text(request, "groupPath"));
                        default ->
                            throw new ProblemException(
                                    400, "fn must be extract, get, insert, remove or combine, not `" + function + "`.");
                    });
        });
    }

    @POST
    @Path("/condition")
    @Operation(
            summary = "Try a condition",
            description = "On one value (`data`), or on each of some `items`, by a `path` into them.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "which items", value = Examples.CONDITION)))
    public Uni<Map<String, Object>> condition(@Context RoutingContext call) {
        return bodies.object(call).onItem().transform(request -> {
            if (!request.containsKey("items")) {
                return Fields.of(
                        "result",
                        Condition.of(request.get("operator"), request.get("value"))
                                .test(request.get("data")));
            }
            Filter filter = Filter.of(Fields.of(
                    "selector", "",
                    "value", request.get("value"),
                    "operator", request.get("operator"),
                    "path", request.get("path")));
            return Fields.of("items", filter.matching(request.get("items")));
        });
    }

    @POST
    @Path("/normalize")
    @Operation(summary = "See what modules would see of a trigger's payload")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "an event", value = Examples.NORMALIZE)))
    public Uni<Map<String, Object>> normalize(@Context RoutingContext call) {
        return bodies.object(call).onItem().transformToUni(request -> {
            String trigger = Objects.toString(request.get("trigger"), "event-publish");
            Map<String, Object> data = Bodies.member(request, "data");
            return modules.trigger(trigger)
                    .orElseThrow(() -> new ProblemException(
                            404, "There is no trigger `" + trigger + "`. GET /api/v1/triggers lists them."))
                    .normalize(data == null ? new Fields() : data)
                    .onItem()
                    .transform(it -> {
                        if (it == null) {
                            throw new ProblemException(422, "The trigger `" + trigger + "` cannot use this payload.");
                        }
                        return Fields.of("data", it);
                    });
        });
    }

    @POST
    @Path("/template")
    @Operation(
            summary = "Try a template",
            description =
                    "Renders a Jinja2 `template` with the keys of `data` as its variables. One that fails is a 422"
                            + " with its `line` and `column`.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "a sentence about an event", value = Examples.TEMPLATE)))
    public Uni<Map<String, Object>> template(@Context RoutingContext call) {
        return bodies.object(call)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .onItem()
                .transform(request -> {
                    String source = Bodies.text(request, "template");
                    if (source == null) {
                        throw new ProblemException(400, "`template` is missing: the text to render.");
                    }
                    Map<String, Object> data = Bodies.member(request, "data");
                    try {
                        return Fields.of("text", Template.parse(source).render(data == null ? Map.of() : data));
                    } catch (TemplateException e) {
                        throw new ProblemException(422, e.getMessage(), Map.of("line", e.line(), "column", e.column()));
                    }
                });
    }

    private static String text(Map<String, Object> request, String name) {
        return request.get(name) == null ? null : request.get(name).toString();
    }
}
