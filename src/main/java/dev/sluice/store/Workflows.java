package dev.sluice.store;

import dev.sluice.payload.Json;
import dev.sluice.payload.PayloadException;
import dev.sluice.store.db.VersionEntity;
import dev.sluice.store.db.WorkflowEntity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The workflows and their versions. Every method blocks. What is changed here listens to its trigger when the method
 * returns.
 */
@ApplicationScoped
public class Workflows {
    private static final int NAME_LENGTH = 191;
    private static final int HANDFUL = 20;
    private static final String CURRENT =
            "from WorkflowEntity w join VersionEntity v" + " on v.workflowId = w.id and v.number = w.version where ";
    private static final Map<String, String> SORTS = Map.of(
            "id", "w.id",
            "name", "w.name",
            "trigger", "w.triggerId",
            "counter", "w.counter",
            "createdAt", "w.createdAt",
            "updatedAt", "w.updatedAt");

    /** A version without its graph, for lists. */
    public record VersionHead(int number, Instant createdAt) {}

    private final EntityManager entities;
    private final Changes changes;
    private final Clock clock;

    @Inject
    Workflows(EntityManager entities, Changes changes, Clock clock) {
        this.entities = entities;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Workflows, by id if nothing else is said.
     *
     * @param text found in name, description, trigger or uuid, whatever its case; null or "" for all
     * @throws InvalidException where the list cannot be sorted so
     */
    @Transactional
    public Page<WorkflowRow> list(String text, Paging paging) {
        String order = paging.order(SORTS, "id", "w.id");
        String where = "lower(w.name) like :text escape '!' or lower(w.description) like :text escape '!'"
                + " or lower(w.triggerId) like :text escape '!' or w.uuid like :text escape '!'";
        String pattern = Like.containing(text);
        List<WorkflowRow> rows = entities.createQuery(
                        "select w, v.graph " + CURRENT + "(" + where + ")" + order, Object[].class)
                .setParameter("text", pattern)
                .setFirstResult(paging.offset())
                .setMaxResults(paging.size())
                .getResultStream()
                .map(Workflows::row)
                .toList();
        long total = entities.createQuery("select count(*) from WorkflowEntity w where " + where, Long.class)
                .setParameter("text", pattern)
                .getSingleResult();
        return new Page<>(rows, total, paging.page(), paging.size());
    }

    /** By its id. */
    @Transactional
    public Optional<WorkflowRow> find(long id) {
        return find("w.id = :value", id);
    }

    /**
     * By its id, which somebody gave.
     *
     * @throws NotFoundException where there is no such workflow
     */
    @Transactional
    public WorkflowRow get(long id) {
        return find(id).orElseThrow(() -> new NotFoundException("There is no workflow " + id + "."));
    }

    /** By its uuid, whatever its case. */
    @Transactional
    public Optional<WorkflowRow> findByUuid(String uuid) {
        return find("w.uuid = :value", uuid.toLowerCase(Locale.ROOT));
    }

    /** The one that listens to that trigger. */
    @Transactional
    public Optional<WorkflowRow> findByTrigger(String trigger) {
        return find("w.triggerId = :value", trigger);
    }

    private Optional<WorkflowRow> find(String condition, Object value) {
        return entities.createQuery("select w, v.graph " + CURRENT + condition, Object[].class)
                .setParameter("value", value)
                .getResultStream()
                .findFirst()
                .map(Workflows::row);
    }

    private static WorkflowRow row(Object[] found) {
        return WorkflowRow.of((WorkflowEntity) found[0], (String) found[1]);
    }

    /**
     * Creates a workflow with its version 1.
     *
     * @throws InvalidException where the uuid is none or taken, a text is too long or the graph is not JSON
     * @throws ConflictException where the trigger has a workflow already
     */
    public WorkflowRow create(NewWorkflow given) {
        String uuid = Uuids.checked(given.uuid());
        String trigger = Texts.orElse(given.trigger(), "", "id of the trigger", NAME_LENGTH);
        String name = Texts.orElse(given.name(), "Workflow for trigger " + trigger, "name", NAME_LENGTH);
        String graph = canonical(given.graph());
        if (trigger.isEmpty()) {
            throw new InvalidException("Say which trigger the workflow listens to.");
        }
        return changes.make(() -> {
            if (WorkflowEntity.count("uuid", uuid) > 0) {
                throw new InvalidException("The UUID provided is not unique");
            }
            WorkflowEntity other =
                    WorkflowEntity.<WorkflowEntity>find("triggerId", trigger).firstResult();
            if (other != null) {
                throw new ConflictException("The trigger `" + trigger + "` has a workflow already, number " + other.id
                        + ": change that one, or delete it first.");
            }
            WorkflowEntity workflow = new WorkflowEntity();
            workflow.uuid = uuid;
            workflow.name = name;
            workflow.description = given.description() == null ? "" : given.description();
            workflow.triggerId = trigger;
            workflow.debugEnabled = given.debugEnabled();
            workflow.createdAt = now();
            workflow.updatedAt = workflow.createdAt;
            workflow.persist();
            addVersion(workflow, graph);
            return WorkflowRow.of(workflow, graph);
        });
    }

    /**
     * Changes a workflow. A graph that differs from the current one becomes a new version.
     *
     * @param expectedVersion the version the caller looked at; null to change whatever is there
     * @throws NotFoundException where there is no such workflow
     * @throws StaleVersionException where somebody else was faster
     * @throws InvalidException where a text is too long or the graph is not JSON
     */
    public WorkflowRow update(long id, Integer expectedVersion, WorkflowChange change) {
        String graph = change.graph() == null ? null : canonical(change.graph());
        return changes.make(() -> {
            WorkflowEntity workflow = existing(id);
            if (expectedVersion != null && expectedVersion != workflow.version) {
                throw new StaleVersionException(id, expectedVersion, workflow.version);
            }
            String current = storedVersion(id, workflow.version).graph;
            workflow.name = Texts.orElse(change.name(), workflow.name, "name", NAME_LENGTH);
            workflow.description = change.description() == null ? workflow.description : change.description();
            workflow.debugEnabled = change.debugEnabled() == null ? workflow.debugEnabled : change.debugEnabled();
            workflow.updatedAt = now();
            if (graph == null || graph.equals(current)) {
                return WorkflowRow.of(workflow, current);
            }
            addVersion(workflow, graph);
            return WorkflowRow.of(workflow, graph);
        });
    }

    /**
     * Deletes a workflow and its versions; its runs stay.
     *
     * @throws NotFoundException where there is no such workflow
     */
    public void delete(long id) {
        changes.make(() -> {
            existing(id);
            // Row by row, since each is told in the audit log; in handfuls, as there may be many.
            List<VersionEntity> some;
            do {
                some = VersionEntity.<VersionEntity>find("workflowId", id)
                        .page(0, HANDFUL)
                        .list();
                some.forEach(VersionEntity::delete);
                entities.flush();
                entities.clear();
            } while (some.size() == HANDFUL);
            existing(id).delete();
            return null;
        });
    }

    /**
     * All versions, the newest first.
     *
     * @throws NotFoundException where there is no such workflow
     */
    @Transactional
    public List<VersionHead> versions(long id) {
        existing(id);
        return entities.createQuery(
                        "select v.number, v.createdAt from VersionEntity v where v.workflowId = :id"
                                + " order by v.number desc",
                        Object[].class)
                .setParameter("id", id)
                .getResultStream()
                .map(it -> new VersionHead((Integer) it[0], (Instant) it[1]))
                .toList();
    }

    /**
     * One version with its graph.
     *
     * @throws NotFoundException where there is no such workflow or version
     */
    @Transactional
    public VersionRow version(long id, int number) {
        existing(id);
        VersionEntity version = storedVersion(id, number);
        return new VersionRow(id, version.number, version.createdAt, version.graph);
    }

    /**
     * Makes the graph of an earlier version current again, as a new version.
     *
     * @throws NotFoundException where there is no such workflow or version
     */
    public WorkflowRow restore(long id, int number) {
        return changes.make(() -> {
            WorkflowEntity workflow = existing(id);
            String graph = storedVersion(id, number).graph;
            workflow.updatedAt = now();
            addVersion(workflow, graph);
            return WorkflowRow.of(workflow, graph);
        });
    }

    private static WorkflowEntity existing(long id) {
        WorkflowEntity workflow = WorkflowEntity.findById(id);
        if (workflow == null) {
            throw new NotFoundException("There is no workflow " + id + ".");
        }
        return workflow;
    }

    private static VersionEntity storedVersion(long id, int number) {
        return VersionEntity.<VersionEntity>find("workflowId = ?1 and number = ?2", id, number)
                .firstResultOptional()
                .orElseThrow(() -> new NotFoundException("Workflow " + id + " has no version " + number + "."));
    }

    private void addVersion(WorkflowEntity workflow, String graph) {
        workflow.version++;
        VersionEntity version = new VersionEntity();
        version.workflowId = workflow.id;
        version.number = workflow.version;
        version.graph = graph;
        version.createdAt = now();
        version.persist();
    }

    /** As exact as both databases keep it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** One text for one tree, so that spaces make no new version. */
    private static String canonical(String graph) {
        try {
            return Json.write(Json.parse(graph == null ? "" : graph));
        } catch (PayloadException e) {
            throw new InvalidException("The graph cannot be stored. " + e.getMessage());
        }
    }
}
