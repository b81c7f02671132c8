package dev.sluice.store;

import dev.sluice.engine.Plan;
import dev.sluice.graph.Drawflow;
import dev.sluice.graph.Graph;
import dev.sluice.module.Modules;
import dev.sluice.module.Templates;
import dev.sluice.payload.Json;
import dev.sluice.store.db.VersionEntity;
import dev.sluice.store.db.WorkflowEntity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;

/** Which workflow listens to which trigger, compiled and in memory: a trigger call never waits for the database. */
@ApplicationScoped
public class Listening {
    private static final Logger LOG = Logger.getLogger(Listening.class);

    /** A workflow's current version; the plan is empty where the graph cannot be read, and the problem says why. */
    private record Compiled(Plan.Source source, Optional<Plan> plan, String problem) {}

    /** What runs of a drawing that was not saved give as their version. */
    public static final int UNSAVED = 0;

    private final Modules modules;
    private final Templates templates;
    private volatile Map<String, Compiled> byTrigger = Map.of();

    @Inject
    Listening(Modules modules, Templates templates) {
        this.modules = modules;
        this.templates = templates;
    }

    /** The plan of the workflow that listens to this trigger; empty where none does or its graph cannot be read. */
    public Optional<Plan> plan(String triggerId) {
        Compiled compiled = byTrigger.get(triggerId);
        return compiled == null ? Optional.empty() : compiled.plan();
    }

    /** Why the graph of the workflow that listens to this trigger cannot be read; empty where it can, or none listens. */
    public Optional<String> problem(String triggerId) {
        Compiled compiled = byTrigger.get(triggerId);
        return compiled == null || compiled.plan().isPresent() ? Optional.empty() : Optional.of(compiled.problem());
    }

    /** Why graphs cannot be read, by the id of their workflow; empty when all is well. */
    public Map<Long, String> problems() {
        Map<Long, String> problems = new TreeMap<>();
        for (Compiled it : byTrigger.values()) {
            if (it.plan().isEmpty()) {
                problems.put(it.source().workflowId(), it.problem());
            }
        }
        return problems;
    }

    /**
     * Compiles a version of a workflow, current or not. Blocks.
     *
     * @throws NotFoundException where there is no such version
     * @throws InvalidException where its graph cannot be read
     */
    @Transactional
    public Plan plan(long workflowId, int version) {
        WorkflowEntity workflow = WorkflowEntity.findById(workflowId);
        if (workflow == null) {
            throw new NotFoundException("There is no workflow " + workflowId + ".");
        }
        Compiled compiled = compile(source(workflow, version), graph(workflowId, version));
        return compiled.plan().orElseThrow(() -> new InvalidException(compiled.problem()));
    }

    /**
     * Compiles a graph that is not stored, as version {@value #UNSAVED} of its workflow; such a plan is not kept. Blocks.
     *
     * @throws NotFoundException where there is no such workflow
     */
    @Transactional
    public Plan drawn(long workflowId, Graph graph) {
        WorkflowEntity workflow = WorkflowEntity.<WorkflowEntity>findByIdOptional(workflowId)
                .orElseThrow(() -> new NotFoundException("There is no workflow " + workflowId + "."));
        return Plan.of(source(workflow, UNSAVED), graph, modules, templates);
    }

    /**
     * As the other, of what a change makes of the graph; such a plan is not kept. What the change throws is passed on.
     */
    @Transactional
    public Plan plan(long workflowId, int version, UnaryOperator<Graph> change) {
        Plan.Source source = plan(workflowId, version).source();
        Graph graph = change.apply(Drawflow.read(Json.parse(graph(workflowId, version))));
        return Plan.of(source, graph, modules, templates);
    }

    /** Compiles what changed since the last time, or everything when modules changed. */
    void load(boolean afresh) {
        Map<String, Compiled> before = byTrigger;
        Map<String, Compiled> all = new HashMap<>();
        List<WorkflowEntity> workflows = WorkflowEntity.listAll();
        for (WorkflowEntity workflow : workflows) {
            Plan.Source source = source(workflow, workflow.version);
            Compiled known = before.get(workflow.triggerId);
            all.put(
                    workflow.triggerId,
                    !afresh && known != null && known.source().equals(source)
                            ? known
                            : compile(source, graph(workflow.id, workflow.version)));
        }
        byTrigger = Map.copyOf(all);
    }

    private static Plan.Source source(WorkflowEntity workflow, int version) {
        return new Plan.Source(workflow.id, version, workflow.name, workflow.triggerId, workflow.debugEnabled);
    }

    private static String graph(long workflowId, int version) {
        return VersionEntity.<VersionEntity>find("workflowId = ?1 and number = ?2", workflowId, version)
                .firstResultOptional()
                .orElseThrow(() -> new NotFoundException("Workflow " + workflowId + " has no version " + version + "."))
                .graph;
    }

    /** Whatever is wrong with one graph must not keep the others from running. */
    private Compiled compile(Plan.Source source, String graph) {
        try {
            Plan plan = Plan.of(source, Drawflow.read(Json.parse(graph)), modules, templates);
            return new Compiled(source, Optional.of(plan), "");
        } catch (RuntimeException e) {
            String problem = "The graph of workflow " + source.workflowId() + " (version " + source.version()
                    + ") cannot be read: " + e.getMessage() + " Save it anew, or restore an earlier version.";
            LOG.warn(problem);
            return new Compiled(source, Optional.empty(), problem);
        }
    }
}
