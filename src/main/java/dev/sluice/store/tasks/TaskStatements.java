package dev.sluice.store.tasks;

import dev.sluice.store.IdempotencyKeys;
import dev.sluice.store.IdempotencyKeys.Claim;
import dev.sluice.store.tasks.Change.Bury;
import dev.sluice.store.tasks.Change.End;
import dev.sluice.store.tasks.Change.Free;
import dev.sluice.store.tasks.Change.Later;
import dev.sluice.store.tasks.Change.Outcome;
import dev.sluice.store.tasks.Change.Take;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Writes changes of tasks, many at once, within a transaction of the caller. */
final class TaskStatements {
    /** What db-scheduler knows all our tasks as. */
    static final String NAME = "sluice";

    private static final String TASK = "insert into task (id, parent_id, trigger_id, workflow_id, workflow_version,"
            + " start_node, depth, payload_id, state, attempts, failures, created_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, 'queued', 0, 0, ?)";
    static final String SCHEDULED =
            "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)" + " values ('"
                    + NAME + "', ?, ?, false, 1)";
    private static final String PAYLOAD = "insert into task_payload (id, part, uses, data) values (?, ?, ?, ?)";
    private static final String HELD =
            " where task_name = '" + NAME + "' and task_instance = ? and version = ? and picked";
    private static final String UNPICK =
            " picked = false, picked_by = null, last_heartbeat = null, version = version + 1";

    private final Line line;

    TaskStatements(Line line) {
        this.line = line;
    }

    /** Stores new tasks; the answers are what was found under their idempotency keys, null where they are stored. */
    List<Claim> store(Connection connection, List<Take> takes) throws SQLException {
        List<Claim> answers = new ArrayList<>(takes.size());
        try (PreparedStatement task = connection.prepareStatement(TASK);
                PreparedStatement unlessThere = connection.prepareStatement(TASK + " on conflict do nothing");
                PreparedStatement payload = connection.prepareStatement(PAYLOAD);
                PreparedStatement scheduled = connection.prepareStatement(SCHEDULED)) {
            for (Take take : takes) {
                Claim before = take.key() == null ? null : IdempotencyKeys.claim(connection, take.key());
                answers.add(before);
                if (before != null) {
                    continue;
                }
                int stored = 0;
                for (StoredTask it : take.tasks()) {
                    if (it.isBranch()) {
                        fill(unlessThere, it);
                        if (unlessThere.executeUpdate() == 0) {
                            continue;
                        }
                    } else {
                        fill(task, it);
                        task.addBatch();
                    }
                    schedule(scheduled, it.id(), line.place(it.trigger()));
                    stored++;
                }
                if (stored > 0) {
                    fill(payload, take.tasks().get(0).payloadId(), take.data(), stored);
                }
            }
            task.executeBatch();
            payload.executeBatch();
            scheduled.executeBatch();
        }
        return answers;
    }

    private static void fill(PreparedStatement insert, StoredTask task) throws SQLException {
        insert.setObject(1, task.id());
        insert.setObject(2, task.parentId());
        insert.setString(3, task.trigger());
        insert.setLong(4, task.workflowId());
        insert.setInt(5, task.version());
        insert.setString(6, task.startNode());
        insert.setInt(7, task.depth());
        insert.setObject(8, task.payloadId());
        insert.setObject(9, time(task.createdAt()));
    }

    private static void fill(PreparedStatement insert, UUID id, Packed data, int uses) throws SQLException {
        for (int part = 0; part < data.parts().size(); part++) {
            insert.setObject(1, id);
            insert.setInt(2, part);
            insert.setInt(3, uses);
            insert.setBytes(4, data.parts().get(part));
            insert.addBatch();
        }
    }

    static void schedule(PreparedStatement insert, UUID id, Instant place) throws SQLException {
        insert.setString(1, id.toString());
        insert.setObject(2, time(place));
        insert.addBatch();
    }

    /** Writes what became of tasks; the answers are whether they were still held. */
    List<Boolean> conclude(Connection connection, List<Outcome> outcomes, Instant now) throws SQLException {
        List<Boolean> answers = new ArrayList<>(outcomes.size());
        try (Concluding statements = new Concluding(connection)) {
            for (Outcome outcome : outcomes) {
                answers.add(conclude(statements, outcome, now));
            }
        }
        return answers;
    }

    private static boolean conclude(Concluding statements, Outcome outcome, Instant now) throws SQLException {
        String instance = outcome.hold().id().toString();
        long number = outcome.hold().number();
        UUID id = outcome.hold().id();
        if (outcome instanceof End end) {
            boolean held = statements.execute("delete from scheduled_tasks" + HELD, instance, number) == 1;
            if (held) {
                end(statements, end);
            }
            return held;
        }
        if (outcome instanceof Later later) {
            boolean held = statements.execute(
                            "update scheduled_tasks set execution_time = ?, last_failure = ?,"
                                    + " consecutive_failures = coalesce(consecutive_failures, 0) + 1," + UNPICK + HELD,
                            time(later.due()),
                            time(now),
                            instance,
                            number)
                    == 1;
            if (held) {
                statements.execute(
                        "update task set attempts = attempts + 1, failures = failures + 1, last_error = ? where id = ?",
                        later.error(),
                        id);
            }
            return held;
        }
        if (outcome instanceof Bury bury) {
            boolean held = statements.execute("delete from scheduled_tasks" + HELD, instance, number) == 1;
            if (held) {
                statements.execute(
                        "update task set state = 'dead', attempts = attempts + 1, failures = failures + 1,"
                                + " last_error = ? where id = ?",
                        bury.error(),
                        id);
            }
            return held;
        }
        Free free = (Free) outcome;
        boolean held = statements.execute("update scheduled_tasks set" + UNPICK + HELD, instance, number) == 1;
        if (held) {
            statements.execute(
                    "update task set attempts = attempts + 1 where id = ?",
                    free.hold().id());
        }
        return held;
    }

    /** A branch leaves a mark as long as the run that sent it off may be repeated and send it off again. */
    private static void end(Concluding statements, End end) throws SQLException {
        StoredTask task = end.task();
        if (end.forked()) {
            statements.execute("delete from task where parent_id = ? and state = 'done'", task.id());
        }
        boolean marked = task.isBranch()
                && statements.execute(
                                "update task set state = 'done' where id = ? and exists"
                                        + " (select 1 from task sender where sender.id = ? and sender.state <> 'done')",
                                task.id(),
                                task.parentId())
                        == 1;
        if (!marked) {
            statements.execute("delete from task where id = ?", task.id());
        }
        dropPayload(statements, task);
    }

    /** Takes away the data of a task unless others use it. */
    static void dropPayload(Concluding statements, StoredTask task) throws SQLException {
        if (task.isBranch()) {
            statements.execute("update task_payload set uses = uses - 1 where id = ? and part = 0", task.payloadId());
            statements.execute(
                    "delete from task_payload where id = ? and exists (select 1 from task_payload first"
                            + " where first.id = ? and first.part = 0 and first.uses <= 0)",
                    task.payloadId(),
                    task.payloadId());
        } else {
            statements.execute("delete from task_payload where id = ?", task.payloadId());
        }
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
