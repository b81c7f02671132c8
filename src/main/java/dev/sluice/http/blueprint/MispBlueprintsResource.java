package dev.sluice.http.blueprint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.graph.Drawflow;
import dev.sluice.graph.Mermaid;
import dev.sluice.graph.Palette;
import dev.sluice.http.Bodies;
import dev.sluice.http.ProblemException;
import dev.sluice.http.Roles;
import dev.sluice.payload.Json;
import dev.sluice.payload.PayloadException;
import dev.sluice.store.BlueprintRow;
import dev.sluice.store.Blueprints;
import dev.sluice.store.MispBlueprint;
import dev.sluice.store.NewBlueprint;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
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

/** Blueprints in MISP's own JSON, both ways. */
@RolesAllowed(Roles.VIEWER)
@Path("/api/v1/blueprints")
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "Blueprints")
public class MispBlueprintsResource {
    private final Blueprints blueprints;
    private final Palette palette;
    private final ObjectMapper mapper;
    private final Clock clock;

    MispBlueprintsResource(Blueprints blueprints, Palette palette, ObjectMapper mapper, Clock clock) {
        this.blueprints = blueprints;
        this.palette = palette;
        this.mapper = mapper;
        this.clock = clock;
    }

    @GET
    @Path("/{id}/export")
    @Blocking
    @Operation(summary = "A blueprint as MISP's own JSON, as a file to keep")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public RestResponse<String> export(@Parameter(example = "1") @RestPath long id) throws JsonProcessingException {
        BlueprintRow row = blueprints.get(id);
        Map<String, Object> exported = MispBlueprint.write(row, Mermaid.of(Drawflow.read(row.tree()), palette));
        return RestResponse.ResponseBuilder.ok(
                        mapper.writerWithDefaultPrettyPrinter().writeValueAsString(exported))
                .header("Content-Disposition", attachment(row))
                .build();
    }

    /** MISP's name for the file, in a form that no browser takes for a path or for the end of the header. */
    private String attachment(BlueprintRow row) {
        String name = "blueprint_" + row.name().toLowerCase(Locale.ROOT).replace(' ', '-') + "_"
                + clock.instant().getEpochSecond() + ".json";
        String plain = name.replaceAll("[^A-Za-z0-9._+:&,-]", "_");
        String exact = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + exact;
    }

    @POST
    @RolesAllowed(Roles.EDITOR)
    @Path("/import")
    @Blocking
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(
            summary = "Take a blueprint from MISP",
            description = "As MISP exports it, or the same as a text in `WorkflowBlueprint.json`. With `replace=true`"
                    + " it takes the place of one with the same UUID.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "hold back tlp:red", value = Examples.MISP_BLUEPRINT)))
    public RestResponse<BlueprintView> importFromMisp(@RestQuery boolean replace, @Context RoutingContext call) {
        NewBlueprint imported = MispBlueprint.read(unpacked(Bodies.parse(call)));
        BlueprintRow there = replace && imported.uuid() != null
                ? blueprints.findByUuid(imported.uuid()).orElse(null)
                : null;
        return there == null
                ? RestResponse.status(
                        RestResponse.Status.CREATED, BlueprintView.whole(blueprints.create(imported), palette))
                : RestResponse.ok(BlueprintView.whole(blueprints.update(there.id(), imported), palette));
    }

    private static Object unpacked(Map<String, Object> body) {
        if (!(body.get("WorkflowBlueprint") instanceof Map<?, ?> form) || !(form.get("json") instanceof String text)) {
            return body;
        }
        try {
            return Json.parse(text);
        } catch (PayloadException e) {
            throw new ProblemException(400, "`json` is a text that holds no JSON. " + e.getMessage());
        }
    }
}
