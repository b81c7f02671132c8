package dev.sluice.store.tasks;

import dev.sluice.payload.Fields;
import dev.sluice.store.ConflictException;
import dev.sluice.store.NotFoundException;
import dev.sluice.store.Page;
import dev.sluice.store.Paging;
import dev.sluice.store.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Looks at tasks, tries dead ones again, takes tasks away. Blocks. */
@ApplicationScoped
public class Tasks {
    private static final String KIND = "task";
    private static final String COLUMNS =
            "select cast(t.id as varchar), cast(t.parent_id as varchar), t.trigger_id, t.workflow_id, t.workflow_version,"
                    + " t.start_node, t.depth, t.state, t.attempts, t.last_error, t.created_at, s.picked, s.execution_time";
    private static final String FROM = " from task t left join scheduled_tasks s on s.task_name = '"
            + TaskStatements.NAME + "' and s.task_instance = cast(t.id as varchar) where t.state <> 'done'";
    private static final Map<String, String> SORTS = Map.of(
            "createdAt", "t.id", "trigger", "t.trigger_id", "workflowId", "t.workflow_id", "attempts", "t.attempts");

    private final EntityManager entities;
    private final Line line;
    private final TaskQueue queue;
    private final AuditTrail trail;

    @Inject
    Tasks(EntityManager entities, Line line, TaskQueue queue, AuditTrail trail) {
        this.entities = entities;
        this.line = line;
        this.queue = queue;
        this.trail = trail;
    }

    /**
     * Tasks, the newest first if nothing else is said. Sorts by createdAt, trigger, workflowId, attempts.
     *
     * @throws dev.sluice.store.InvalidException where the list cannot be sorted so
     */
    @Transactional
    public Page<TaskRow> list(TaskFilter filter, Paging paging) {
        Map<String, Object> values = new LinkedHashMap<>();
        StringBuilder where = new StringBuilder();
        if (filter.state() != null) {
            where.append(
                    switch (filter.state()) {
                        case "waiting" -> " and not s.picked";
                        case "running" -> " and s.picked";
                        default -> " and t.state = 'dead'";
                    });
        }
        if (filter.trigger() != null) {
            where.append(" and t.trigger_id = :trigger");
            values.put("trigger", filter.trigger());
        }
        if (filter.workflowId() != null) {
            where.append(" and t.workflow_id = :workflow");
            values.put("workflow", filter.workflowId());
        }
        List<?> rows = bound(COLUMNS + FROM + where + paging.order(SORTS, "-createdAt", "t.id"), values)
                .setFirstResult(paging.offset())
                .setMaxResults(paging.size())
                .getResultList();
        Number total = (Number) bound("select count(*)" + FROM + where, values).getSingleResult();
        return new Page<>(rows.stream().map(Tasks::row).toList(), total.longValue(), paging.page(), paging.size());
    }

    /** The task of that id; empty also where the id is no UUID. */
    @Transactional
    public Optional<TaskRow> find(String id) {
        return uuid(id).map(it -> bound(COLUMNS + FROM + " and t.id = :id", Map.of("id", it))
                        .getResultList())
                .filter(it -> !it.isEmpty())
                .map(it -> row(it.get(0)));
    }

    /**
     * Tries a dead task again, from the beginning, under the same id and with as many retries as a new one.
     *
     * @throws NotFoundException where there is none
     * @throws ConflictException where it is not dead
     */
    @Transactional
    public void retry(String id) {
        TaskRow task = required(id);
        if (!requeue(UUID.fromString(task.id()), task.trigger())) {
            throw new ConflictException(
                    "The task " + id + " is " + task.state() + ": only dead tasks are tried again.");
        }
        trail.add("retry", KIND, subject(task), told(task), null);
        queue.look();
    }

    /** Tries all dead tasks of a trigger again; tells how many. */
    @Transactional
    public int retryDead(String trigger) {
        List<UUID> dead = dead(trigger);
        dead.forEach(it -> requeue(it, trigger));
        told("retry", trigger, dead);
        queue.look();
        return dead.size();
    }

    /**
     * Takes a task away that waits or is dead; it is not run.
     *
     * @throws NotFoundException where there is none
     * @throws ConflictException where it is being run
     */
    @Transactional
    public void delete(String id) {
        TaskRow task = required(id);
        if (!remove(UUID.fromString(task.id()))) {
            throw new ConflictException("The task " + id + " is being run at this moment. Try again later.");
        }
        trail.add("delete", KIND, subject(task), told(task), null);
    }

    /** Takes away all dead tasks of a trigger; tells how many. */
    @Transactional
    public int deleteDead(String trigger) {
        List<UUID> dead = dead(trigger);
        dead.forEach(this::remove);
        told("delete", trigger, dead);
        return dead.size();
    }

    private void told(String action, String trigger, List<UUID> dead) {
        if (!dead.isEmpty()) {
            List<String> ids = dead.stream().map(UUID::toString).toList();
            trail.add(action, KIND, "all dead of " + trigger, Fields.of("ids", ids), null);
        }
    }

    private static String subject(TaskRow task) {
        return task.trigger() + ' ' + task.id();
    }

    private static Fields told(TaskRow task) {
        return Fields.of(
                "state", task.state(),
                "workflowId", task.workflowId(),
                "attempts", (long) task.attempts(),
                "lastError", task.lastError());
    }

    private TaskRow required(String id) {
        return find(id).orElseThrow(() -> new NotFoundException("There is no task `" + id
                + "`: it has been done or deleted. GET /api/v1/runs/" + id + " tells what came of it."));
    }

    private List<UUID> dead(String trigger) {
        List<UUID> ids = new ArrayList<>();
        bound(
                        "select cast(id as varchar) from task where state = 'dead' and trigger_id = :trigger",
                        Map.of("trigger", trigger))
                .getResultList()
                .forEach(it -> ids.add(UUID.fromString((String) it)));
        return ids;
    }

    /** The history keeps one record of a run, which is written anew when it ends anew. */
    private boolean requeue(UUID id, String trigger) {
        int dead = bound(
                        "update task set state = 'queued', failures = 0 where id = :id and state = 'dead'",
                        Map.of("id", id))
                .executeUpdate();
        if (dead == 1) {
            bound("delete from run where id = :id", Map.of("id", id)).executeUpdate();
            bound(
                            "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                                    + " values ('" + TaskStatements.NAME + "', :task, :place, false, 1)",
                            Map.of("task", id.toString(), "place", TaskStatements.time(line.place(trigger))))
                    .executeUpdate();
        }
        return dead == 1;
    }

    private boolean remove(UUID id) {
        int waiting = bound(
                        "delete from scheduled_tasks where task_name = '" + TaskStatements.NAME
                                + "' and task_instance = :task and not picked",
                        Map.of("task", id.toString()))
                .executeUpdate();
        List<?> found = bound(
                        "select cast(payload_id as varchar) from task where id = :id and (state = 'dead' or :waiting = 1)",
                        Map.of("id", id, "waiting", waiting))
                .getResultList();
        if (found.isEmpty()) {
            return false;
        }
        Map<String, Object> payload = Map.of("payload", UUID.fromString((String) found.get(0)));
        bound("delete from task where id = :id", Map.of("id", id)).executeUpdate();
        bound("update task_payload set uses = uses - 1 where id = :payload and part = 0", payload)
                .executeUpdate();
        bound(
                        "delete from task_payload where id = :payload and exists (select 1 from task_payload head"
                                + " where head.id = :payload and head.part = 0 and head.uses <= 0)",
                        payload)
                .executeUpdate();
        return true;
    }

    private Query bound(String sql, Map<String, Object> values) {
        Query query = entities.createNativeQuery(sql);
        values.forEach(query::setParameter);
        return query;
    }

    private static TaskRow row(Object found) {
        Object[] row = (Object[]) found;
        boolean dead = row[7].equals("dead");
        boolean running = !dead && Boolean.TRUE.equals(row[11]);
        Instant place = instant(row[12]);
        return new TaskRow(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                ((Number) row[3]).longValue(),
                ((Number) row[4]).intValue(),
                (String) row[5],
                ((Number) row[6]).intValue(),
                dead ? "dead" : running ? "running" : "waiting",
                ((Number) row[8]).intValue() + (running ? 1 : 0),
                (String) row[9],
                instant(row[10]),
                dead || running || place == null || place.isBefore(Line.END) ? null : place);
    }

    private static Instant instant(Object value) {
        return value == null ? null : value instanceof Instant instant ? instant : ((OffsetDateTime) value).toInstant();
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
