package dev.sluice.store.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;

/** Looks at all tasks together, and puts in order what concerns more than one. */
@ApplicationScoped
class QueueState {
    private static final int MOST_AT_ONCE = 1_000;
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    /** @param oldest when the task was queued that waits the longest; null where none does */
    record Counts(long waiting, long running, long dead, Instant oldest) {}

    private final DataSource database;

    @Inject
    QueueState(DataSource database) {
        this.database = database;
    }

    /** Whether the database is one that several processes can share. */
    boolean isShared() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return !connection.getMetaData().getURL().startsWith("jdbc:h2:");
        }
    }

    /** Gives back what a process left behind that had the database to itself, as this one has now. */
    int freeAll() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update task set attempts = attempts + 1 where id in"
                    + " (select cast(task_instance as uuid) from scheduled_tasks where picked)");
            return statement.executeUpdate("update scheduled_tasks set picked = false, picked_by = null,"
                    + " last_heartbeat = null, version = version + 1 where picked");
        }
    }

    Counts counts() throws SQLException {
        try (Connection connection = database.getConnection()) {
            long running = number(connection, "select count(*) from scheduled_tasks where picked");
            long all = number(connection, "select count(*) from scheduled_tasks");
            long dead = number(connection, "select count(*) from task where state = 'dead'");
            return new Counts(all - running, running, dead, oldest(connection));
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Instant oldest(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select created_at from task where state = 'queued' order by id fetch first 1 rows only")) {
            return rows.next() ? TaskReader.instant(rows, "created_at") : null;
        }
    }

    /** Tells the line how far it has come, here and in other processes. */
    void readLine(Line line) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select execution_time from scheduled_tasks where not picked"
                        + " order by execution_time fetch first 1 rows only")) {
            if (rows.next()) {
                line.reached(TaskReader.instant(rows, "execution_time"));
            }
        }
    }

    /** Tells the line which places are taken. */
    void readPlaces(Line line) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select t.trigger_id, max(s.execution_time) as place from task t"
                                + " join scheduled_tasks s on s.task_name = '" + TaskStatements.NAME
                                + "' and s.task_instance = cast(t.id as varchar) where t.state = 'queued'"
                                + " and s.execution_time < ? group by t.trigger_id")) {
            query.setObject(1, TaskStatements.time(Line.END));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    line.taken(rows.getString(1), TaskReader.instant(rows, "place"));
                }
            }
        }
    }

    /**
     * Gives those whose pause is over a place in the line: by their time they would come behind all others. Who would pause
     * for longer than anybody does is put off by a clock that was set back since.
     */
    void lineUp(Line line, Instant now, Duration longestPause) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select s.task_instance, s.version, t.trigger_id from scheduled_tasks s"
                                + " join task t on t.id = cast(s.task_instance as uuid)"
                                + " where not s.picked and s.execution_time > ?"
                                + " and (s.execution_time <= ? or s.execution_time > ?)"
                                + " order by s.execution_time fetch first " + MOST_AT_ONCE + " rows only");
                PreparedStatement update = connection.prepareStatement(
                        "update scheduled_tasks set execution_time = ?, version = version + 1"
                                + " where task_name = '" + TaskStatements.NAME
                                + "' and task_instance = ? and version = ? and not picked")) {
            query.setObject(1, TaskStatements.time(Line.END));
            query.setObject(2, TaskStatements.time(now));
            query.setObject(3, TaskStatements.time(now.plus(longestPause).plus(CLOCKS_DIFFER)));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    update.setObject(1, TaskStatements.time(line.place(rows.getString(3))));
                    update.setString(2, rows.getString(1));
                    update.setLong(3, rows.getLong(2));
                    update.addBatch();
                }
            }
            update.executeBatch();
        }
    }

    /** Takes away marks of branches whose sender is gone: both ended at the same time, in two processes. */
    void dropMarks() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(
                        "delete from task where state = 'done' and not exists"
                                + " (select 1 from task sender where sender.id = task.parent_id and sender.state <> 'done')")) {
            delete.executeUpdate();
        }
    }
}
