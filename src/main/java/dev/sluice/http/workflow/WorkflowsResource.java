package dev.sluice.http.workflow;

import dev.sluice.http.Bodies;
import dev.sluice.http.PageView;
import dev.sluice.http.ProblemException;
import dev.sluice.http.Roles;
import dev.sluice.module.CheckedModules;
import dev.sluice.store.NewWorkflow;
import dev.sluice.store.WorkflowChange;
import dev.sluice.store.WorkflowRow;
import dev.sluice.store.Workflows;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Collections;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Workflows: what was drawn, with its name and description. */
@RolesAllowed(Roles.VIEWER)
@Path("/api/v1/workflows")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Workflows", description = "What was drawn, one workflow for each trigger")
public class WorkflowsResource {
    private final Workflows workflows;
    private final CheckedModules modules;

    WorkflowsResource(Workflows workflows, CheckedModules modules) {
        this.workflows = workflows;
        this.modules = modules;
    }

    @GET
    @Blocking
    @Operation(summary = "All workflows, without their graphs")
    public PageView<WorkflowView> list(
            @Parameter(description = "part of the name, description, trigger or UUID") @RestQuery String text,
            @Parameter(
                            description =
                                    "id, name, trigger, counter or updatedAt, with - before it for the other way round")
                    @RestQuery
                    @DefaultValue("id")
                    String sort,
            @RestQuery @DefaultValue("1") int page,
            @RestQuery @DefaultValue("50") int size) {
        return PageView.of(workflows.list(text, PageView.asked(page, size, sort)), WorkflowView::head);
    }

    @POST
    @RolesAllowed(Roles.EDITOR)
    @Blocking
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(
            summary = "Draw a workflow",
            description = "`trigger` may be left out: the trigger node of the graph counts.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "hold back tlp:red", value = Examples.NEW_WORKFLOW)))
    public RestResponse<WorkflowView> create(@Context RoutingContext call) {
        Map<String, Object> request = Bodies.parse(call);
        if (!request.containsKey("graph")) {
            throw new ProblemException(400, "A workflow needs a `graph`.");
        }
        TakenGraph graph = TakenGraph.of(request.get("graph"), Bodies.text(request, "trigger"), modules);
        WorkflowRow created = workflows.create(new NewWorkflow(
                Bodies.text(request, "uuid"),
                Bodies.text(request, "name"),
                Bodies.text(request, "description"),
                graph.trigger(),
                Boolean.TRUE.equals(Bodies.flag(request, "debug")),
                graph.text()));
        return WorkflowView.answer(RestResponse.Status.CREATED, created, graph.problems());
    }

    @GET
    @Path("/{id}")
    @Blocking
    @Operation(summary = "One workflow")
    public RestResponse<WorkflowView> get(@Parameter(example = "1") @RestPath long id) {
        return WorkflowView.answer(workflows.get(id));
    }

    @PUT
    @RolesAllowed(Roles.EDITOR)
    @Path("/{id}")
    @Blocking
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(
            summary = "Replace a workflow",
            description = "A graph that differs becomes a new version. `If-Match` with the version that was read makes"
                    + " sure that nobody else's change is overwritten (412).")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "hold back tlp:red", value = Examples.NEW_WORKFLOW)))
    public RestResponse<WorkflowView> replace(
            @Parameter(example = "1") @RestPath long id,
            @HeaderParam("If-Match") String ifMatch,
            @Context RoutingContext call) {
        Map<String, Object> request = Bodies.parse(call);
        if (!request.containsKey("graph")) {
            throw new ProblemException(400, "A workflow needs a `graph`. To change something else only, PATCH it.");
        }
        return changed(id, ifMatch, request);
    }

    @PATCH
    @RolesAllowed(Roles.EDITOR)
    @Path("/{id}")
    @Blocking
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(summary = "Change a workflow's name, description, debug mode or graph; what is missing stays")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "debug mode", value = "{\"debug\": true}")))
    public RestResponse<WorkflowView> patch(
            @Parameter(example = "1") @RestPath long id,
            @HeaderParam("If-Match") String ifMatch,
            @Context RoutingContext call) {
        Map<String, Object> request = Bodies.parse(call);
        if (Collections.disjoint(request.keySet(), List.of("name", "description", "debug", "graph"))) {
            throw new ProblemException(
                    400, "Nothing to change; what can be changed is `name`, `description`, `debug` and `graph`.");
        }
        return changed(id, ifMatch, request);
    }

    private RestResponse<WorkflowView> changed(long id, String ifMatch, Map<String, Object> request) {
        WorkflowRow row = workflows.get(id);
        String trigger = Bodies.text(request, "trigger");
        if (trigger != null && !trigger.equals(row.trigger())) {
            throw new ProblemException(
                    400,
                    "Workflow " + id + " stays with its trigger `" + row.trigger() + "`. Draw another for `" + trigger
                            + "`.");
        }
        TakenGraph graph =
                request.containsKey("graph") ? TakenGraph.of(request.get("graph"), row.trigger(), modules) : null;
        WorkflowRow changed = workflows.update(
                id,
                version(ifMatch),
                new WorkflowChange(
                        Bodies.text(request, "name"),
                        Bodies.text(request, "description"),
                        Bodies.flag(request, "debug"),
                        graph == null ? null : graph.text()));
        return WorkflowView.answer(RestResponse.Status.OK, changed, graph == null ? null : graph.problems());
    }

    @DELETE
    @RolesAllowed(Roles.EDITOR)
    @Path("/{id}")
    @Blocking
    @Operation(summary = "Delete a workflow and its versions; its runs stay in the history")
    public void delete(@RestPath long id) {
        workflows.delete(id);
    }

    private static Integer version(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            return null;
        }
        try {
            return Integer.valueOf(ifMatch.strip().replace("W/", "").replace("\"", ""));
        } catch (NumberFormatException e) {
            throw new ProblemException(400, "If-Match must be the version that was read, as in \"3\".");
        }
    }
}
