package dev.sluice.http.workflow;

import dev.sluice.http.Bodies;
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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

/** Workflows in MISP's own JSON, both ways. */
@RolesAllowed(Roles.VIEWER)
@Path("/api/v1/workflows")
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "Workflows")
public class MispWorkflowsResource {
    private final Workflows workflows;
    private final CheckedModules modules;

    MispWorkflowsResource(Workflows workflows, CheckedModules modules) {
        this.workflows = workflows;
        this.modules = modules;
    }

    @GET
    @Path("/{id}/export")
    @Blocking
    @Operation(summary = "A workflow as MISP's own JSON")
    public Map<String, Object> export(@Parameter(example = "1") @RestPath long id) {
        return MispWorkflow.write(workflows.get(id));
    }

    @POST
    @RolesAllowed(Roles.EDITOR)
    @Path("/import")
    @Blocking
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(
            summary = "Take a workflow from MISP",
            description = "As MISP's /workflows/view/<id>.json gives it; `data` may be JSON or JSON in a text."
                    + " With `replace=true` the workflow of the same trigger gets a new version.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "hold back tlp:red", value = Examples.MISP_WORKFLOW)))
    public RestResponse<WorkflowView> importFromMisp(@RestQuery boolean replace, @Context RoutingContext call) {
        MispWorkflow imported = MispWorkflow.read(Bodies.parse(call));
        TakenGraph graph = TakenGraph.of(imported.graph(), imported.trigger(), modules);
        WorkflowRow there = workflows.findByTrigger(graph.trigger()).orElse(null);
        if (there != null && !replace) {
            throw new ProblemException(
                    409,
                    "The trigger `" + graph.trigger() + "` has a workflow already, number " + there.id()
                            + ": give that one this graph as a new version by replace=true, or delete it first.");
        }
        if (there != null) {
            WorkflowRow changed = workflows.update(
                    there.id(),
                    null,
                    new WorkflowChange(imported.name(), imported.description(), imported.debug(), graph.text()));
            return WorkflowView.answer(RestResponse.Status.OK, changed, graph.problems());
        }
        WorkflowRow created = workflows.create(new NewWorkflow(
                imported.uuid(),
                imported.name(),
                imported.description(),
                graph.trigger(),
                imported.debug(),
                graph.text()));
        return WorkflowView.answer(RestResponse.Status.CREATED, created, graph.problems());
    }
}
