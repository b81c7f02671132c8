package dev.sluice.http;

import dev.sluice.engine.Plan;
import dev.sluice.graph.Drawflow;
import dev.sluice.graph.Graph;
import dev.sluice.graph.GraphCheck;
import dev.sluice.module.CheckedModules;
import dev.sluice.payload.Json;
import dev.sluice.store.Listening;
import dev.sluice.store.NewWorkflow;
import dev.sluice.store.Page;
import dev.sluice.store.VersionRow;
import dev.sluice.store.WorkflowChange;
import dev.sluice.store.WorkflowRow;
import dev.sluice.store.Workflows;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;
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
import java.time.Instant;
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

/** Workflows, their versions, and running one by hand. */
@Path("/api/v1/workflows")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Workflows", description = "What was drawn, one workflow for each trigger")
public class WorkflowsResource {
    private final Workflows workflows;
    private final Listening listening;
    private final CheckedModules modules;
    private final CheckAnswer check;
    private final TriggerCalls calls;
    private final Bodies bodies;

    WorkflowsResource(
            Workflows workflows,
            Listening listening,
            CheckedModules modules,
            CheckAnswer check,
            TriggerCalls calls,
            Bodies bodies) {
        this.workflows = workflows;
        this.listening = listening;
        this.modules = modules;
        this.check = check;
        this.calls = calls;
        this.bodies = bodies;
    }

    /** A workflow; {@code graph} is MISP's own form of it and missing in lists. */
    @RegisterForReflection
    @com.fasterxml.jackson.annotation.JsonInclude(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL)
    @Schema(name = "Workflow")
    record WorkflowView(
            long id,
            String uuid,
            String name,
            String description,
            String trigger,
            boolean debug,
            long counter,
            int version,
            Instant createdAt,
            Instant updatedAt,
            Object graph,
            List<ProblemView> problems) {}

    /** Something about a graph that does not work, or might not. */
    @RegisterForReflection
    @Schema(name = "GraphProblem")
    record ProblemView(String kind, boolean refuses, String message, List<String> nodes, List<String> edges) {
        static ProblemView of(dev.sluice.graph.Problem problem) {
            return new ProblemView(
                    problem.getClass().getSimpleName(),
                    problem.refuses(),
                    problem.message(),
                    problem.nodeIds(),
                    problem.edges());
        }
    }

    /** One version: a graph that never changes. */
    @RegisterForReflection
    @com.fasterxml.jackson.annotation.JsonInclude(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL)
    record VersionView(int version, Instant createdAt, Object graph) {}

    @GET
    @Blocking
    @Operation(summary = "All workflows, without their graphs")
    public RunView.PageView<WorkflowView> list(
            @Parameter(description = "part of the name, description, trigger or UUID") @RestQuery String text,
            @Parameter(
                            description =
                                    "id, name, trigger, counter or updatedAt, with - before it for the other way round")
                    @RestQuery
                    @DefaultValue("id")
                    String sort,
            @RestQuery @DefaultValue("1") int page,
            @RestQuery @DefaultValue("50") int size) {
        Page<WorkflowRow> found = workflows.list(text, RunsResource.paging(page, size, sort));
        return new RunView.PageView<>(
                found.items().stream().map(it -> view(it, null, null)).toList(), page, size, found.total());
    }

    @POST
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
    public RestResponse<WorkflowView> create(byte[] body) {
        Map<String, Object> request = Bodies.parse(body);
        if (!request.containsKey("graph")) {
            throw new ProblemException(400, "A workflow needs a `graph`.");
        }
        Object tree = request.get("graph");
        Checked checked = checked(tree, Bodies.text(request, "trigger"));
        return created(
                workflows.create(new NewWorkflow(
                        Bodies.text(request, "uuid"),
                        Bodies.text(request, "name"),
                        Bodies.text(request, "description"),
                        checked.trigger(),
                        Boolean.TRUE.equals(request.get("debug")),
                        Json.write(tree))),
                checked);
    }

    @GET
    @Path("/{id}")
    @Blocking
    @Operation(summary = "One workflow")
    public RestResponse<WorkflowView> get(@Parameter(example = "1") @RestPath long id) {
        return tagged(RestResponse.Status.OK, withGraph(found(id)));
    }

    @PUT
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
            @Parameter(example = "1") @RestPath long id, @HeaderParam("If-Match") String ifMatch, byte[] body) {
        Map<String, Object> request = Bodies.parse(body);
        if (!request.containsKey("graph")) {
            throw new ProblemException(400, "A workflow needs a `graph`. To change something else only, PATCH it.");
        }
        return changed(id, ifMatch, request);
    }

    @PATCH
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
            @Parameter(example = "1") @RestPath long id, @HeaderParam("If-Match") String ifMatch, byte[] body) {
        return changed(id, ifMatch, Bodies.parse(body));
    }

    private RestResponse<WorkflowView> changed(long id, String ifMatch, Map<String, Object> request) {
        WorkflowRow row = found(id);
        Checked checked = request.containsKey("graph") ? checked(request.get("graph"), row.trigger()) : null;
        WorkflowRow changed = workflows.update(
                id,
                version(ifMatch),
                new WorkflowChange(
                        Bodies.text(request, "name"),
                        Bodies.text(request, "description"),
                        Bodies.flag(request, "debug"),
                        checked == null ? null : Json.write(request.get("graph"))));
        return tagged(
                RestResponse.Status.OK,
                view(changed, Json.parse(changed.graph()), checked == null ? null : checked.problems()));
    }

    @DELETE
    @Path("/{id}")
    @Blocking
    @Operation(summary = "Delete a workflow and its versions; its runs stay in the history")
    public void delete(@RestPath long id) {
        workflows.delete(id);
    }

    @GET
    @Path("/{id}/versions")
    @Blocking
    @Operation(summary = "The versions of a workflow, newest first")
    public List<VersionView> versions(@Parameter(example = "1") @RestPath long id) {
        found(id);
        return workflows.versions(id).stream()
                .map(it -> new VersionView(it.number(), it.createdAt(), null))
                .toList();
    }

    @GET
    @Path("/{id}/versions/{number}")
    @Blocking
    @Operation(summary = "One version with its graph")
    public VersionView version(
            @Parameter(example = "1") @RestPath long id, @Parameter(example = "1") @RestPath int number) {
        VersionRow version = workflows.version(id, number);
        return new VersionView(version.number(), version.createdAt(), Json.parse(version.graph()));
    }

    @POST
    @Path("/{id}/versions/{number}/restore")
    @Blocking
    @Operation(summary = "Bring an old version back, as a new one")
    public RestResponse<WorkflowView> restore(
            @Parameter(example = "1") @RestPath long id, @Parameter(example = "1") @RestPath int number) {
        return tagged(RestResponse.Status.OK, withGraph(workflows.restore(id, number)));
    }

    @POST
    @Path("/{id}/runs")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(
            summary = "Run a workflow by hand",
            description =
                    "With the given data as its trigger's payload, waiting for the end. `version` runs an old one.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "event tagged tlp:red", value = Examples.EVENT_TLP_RED)))
    public Uni<RunView> run(
            @Parameter(example = "1") @RestPath long id,
            @RestQuery boolean dryRun,
            @RestQuery Integer version,
            @Context RoutingContext call) {
        byte[] body = BodyLimit.payload(call);
        return Uni.createFrom()
                .item(() -> plan(id, version))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onItem()
                .transformToUni(plan -> bodies.object(body)
                        .onItem()
                        .transformToUni(data -> calls.runNow(plan, data, dryRun))
                        .onItem()
                        .transform(it -> RunView.of(it.run())));
    }

    private Plan plan(long id, Integer version) {
        return listening.plan(id, version == null ? found(id).version() : version);
    }

    @POST
    @Path("/check")
    @Blocking
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(
            summary = "See everything that is wrong with a graph, without saving it",
            description = "The body is the graph, or {\"graph\": …, \"trigger\": …}.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "hold back tlp:red", value = Examples.GRAPH)))
    public CheckAnswer.View check(byte[] body) {
        Map<String, Object> request = Bodies.parse(body);
        boolean wrapped = request.containsKey("graph");
        Graph graph = Drawflow.read(wrapped ? request.get("graph") : request);
        String trigger = wrapped ? Bodies.text(request, "trigger") : null;
        return check.of(graph, trigger);
    }

    @GET
    @Path("/{id}/export")
    @Blocking
    @Operation(summary = "A workflow as MISP's own JSON")
    public Map<String, Object> export(@Parameter(example = "1") @RestPath long id) {
        return MispWorkflow.write(found(id));
    }

    @POST
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
    public RestResponse<WorkflowView> importFromMisp(@RestQuery boolean replace, byte[] body) {
        MispWorkflow imported = MispWorkflow.read(Bodies.parse(body));
        Checked checked = checked(imported.graph(), imported.trigger());
        String graph = Json.write(imported.graph());
        WorkflowRow there = replace ? workflows.findByTrigger(checked.trigger()).orElse(null) : null;
        if (there != null) {
            WorkflowRow changed = workflows.update(
                    there.id(),
                    null,
                    new WorkflowChange(imported.name(), imported.description(), imported.debug(), graph));
            return tagged(RestResponse.Status.OK, view(changed, Json.parse(changed.graph()), checked.problems()));
        }
        return created(
                workflows.create(new NewWorkflow(
                        imported.uuid(),
                        imported.name(),
                        imported.description(),
                        checked.trigger(),
                        imported.debug(),
                        graph)),
                checked);
    }

    /** A graph that may be saved, for which trigger, and what to warn about. */
    private record Checked(String trigger, List<ProblemView> problems) {}

    private Checked checked(Object tree, String trigger) {
        Graph graph = Drawflow.read(tree);
        List<dev.sluice.graph.Problem> problems = GraphCheck.check(graph, modules, trigger);
        List<ProblemView> views = problems.stream().map(ProblemView::of).toList();
        if (problems.stream().anyMatch(dev.sluice.graph.Problem::refuses)) {
            throw new ProblemException(
                    422, String.join(". ", GraphCheck.mispMessages(problems)) + ".", Map.of("problems", views));
        }
        return new Checked(trigger == null ? graph.trigger().orElseThrow().moduleId() : trigger, views);
    }

    private WorkflowRow found(long id) {
        return workflows.find(id).orElseThrow(() -> new ProblemException(404, "There is no workflow " + id + "."));
    }

    private static RestResponse<WorkflowView> created(WorkflowRow row, Checked checked) {
        return tagged(RestResponse.Status.CREATED, view(row, Json.parse(row.graph()), checked.problems()));
    }

    private WorkflowView withGraph(WorkflowRow row) {
        return view(row, Json.parse(row.graph()), null);
    }

    private static RestResponse<WorkflowView> tagged(RestResponse.Status status, WorkflowView view) {
        return RestResponse.ResponseBuilder.create(status, view)
                .tag(String.valueOf(view.version()))
                .build();
    }

    private static WorkflowView view(WorkflowRow row, Object graph, List<ProblemView> problems) {
        return new WorkflowView(
                row.id(),
                row.uuid(),
                row.name(),
                row.description(),
                row.trigger(),
                row.debugEnabled(),
                row.counter(),
                row.version(),
                row.createdAt(),
                row.updatedAt(),
                graph,
                problems);
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
