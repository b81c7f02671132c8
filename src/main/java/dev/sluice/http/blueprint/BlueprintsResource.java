package dev.sluice.http.blueprint;

import dev.sluice.graph.Palette;
import dev.sluice.http.Bodies;
import dev.sluice.http.PageView;
import dev.sluice.http.ProblemException;
import dev.sluice.http.Roles;
import dev.sluice.store.Blueprints;
import dev.sluice.store.NewBlueprint;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Blueprints: saved, found, changed and deleted. */
@RolesAllowed(Roles.VIEWER)
@Path("/api/v1/blueprints")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Blueprints", description = "Nodes that were saved to be put into workflows again")
public class BlueprintsResource {
    private static final String[] MEMBERS = {"uuid", "name", "description", "timestamp", "data"};

    private final Blueprints blueprints;
    private final Palette palette;

    BlueprintsResource(Blueprints blueprints, Palette palette) {
        this.blueprints = blueprints;
        this.palette = palette;
    }

    @GET
    @Blocking
    @Operation(summary = "All blueprints, without their nodes")
    public PageView<BlueprintView> list(
            @Parameter(description = "part of the name, description or UUID") @RestQuery String text,
            @Parameter(description = "only those of the library, or only others") @RestQuery("default") Boolean library,
            @Parameter(description = "id, name, timestamp, uuid or library, with - before it for the other way round")
                    @RestQuery
                    @DefaultValue("id")
                    String sort,
            @RestQuery @DefaultValue("1") int page,
            @RestQuery @DefaultValue("50") int size) {
        return PageView.of(
                blueprints.list(text, library, PageView.asked(page, size, sort)),
                it -> BlueprintView.head(it, palette));
    }

    @POST
    @RolesAllowed(Roles.EDITOR)
    @Blocking
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(summary = "Save nodes as a blueprint", description = "`data` is a list of nodes as graphs have them.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "hold back tlp:red", value = Examples.BLUEPRINT)))
    public RestResponse<BlueprintView> create(@Context RoutingContext call) {
        Map<String, Object> request = Bodies.parse(call);
        Bodies.allow(request, MEMBERS);
        return RestResponse.status(
                RestResponse.Status.CREATED, BlueprintView.whole(blueprints.create(given(request)), palette));
    }

    @GET
    @Path("/{id}")
    @Blocking
    @Operation(summary = "One blueprint with its nodes, and as a Mermaid flow chart")
    public BlueprintView get(@Parameter(example = "1") @RestPath long id) {
        return BlueprintView.whole(blueprints.get(id), palette);
    }

    @PUT
    @RolesAllowed(Roles.EDITOR)
    @Path("/{id}")
    @Blocking
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(
            summary = "Change a blueprint; what is missing stays",
            description = "It is the library's no more. Its `timestamp` stays unless one is given, so that a newer one"
                    + " of the library still takes its place.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "another name", value = "{\"name\": \"Hold back red\"}")))
    public BlueprintView change(@Parameter(example = "1") @RestPath long id, @Context RoutingContext call) {
        Map<String, Object> request = Bodies.parse(call);
        Bodies.allow(request, "name", "description", "timestamp", "data");
        if (request.isEmpty()) {
            throw new ProblemException(
                    400, "Nothing to change; what can be changed is `name`, `description`, `timestamp` and `data`.");
        }
        return BlueprintView.whole(blueprints.update(id, given(request)), palette);
    }

    @DELETE
    @RolesAllowed(Roles.EDITOR)
    @Path("/{id}")
    @Blocking
    @Operation(summary = "Delete a blueprint; workflows it was put into stay as they are")
    public void delete(@RestPath long id) {
        blueprints.delete(id);
    }

    private static NewBlueprint given(Map<String, Object> request) {
        return new NewBlueprint(
                Bodies.text(request, "uuid"),
                Bodies.text(request, "name"),
                Bodies.text(request, "description"),
                Bodies.number(request, "timestamp"),
                request.get("data"));
    }
}
