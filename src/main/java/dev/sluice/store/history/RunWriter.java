package dev.sluice.store.history;

import dev.sluice.engine.ExecutionLog;
import dev.sluice.engine.Outcome;
import dev.sluice.engine.Run;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;

/** Writes runs, their log entries and the workflows' counters in one transaction, by JDBC: this is the busiest write. */
@ApplicationScoped
class RunWriter {
    private static final String RUN = "insert into run (id, parent_id, trigger_id, workflow_id, workflow_version,"
            + " workflow_name, outcome, proceed, reasons, stopped_by, nodes, blocked_paths, effects, dry_run, event_uuid,"
            + " started_at, duration_micros) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String ENTRY =
            "insert into log_entry (id, at, run_id, trigger_id, workflow_id, level, message)"
                    + " values (?, ?, ?, ?, ?, ?, ?)";
    private static final String COUNT = "update workflow set counter = counter + ? where id = ?";

    private final DataSource database;

    @Inject
    RunWriter(DataSource database) {
        this.database = database;
    }

    /** All of them, or none where it fails. */
    void write(List<Logged> runs) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                doNotWaitForDisk(connection);
                writeRuns(connection, runs);
                writeEntries(connection, runs);
                count(connection, runs);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    /**
     * PostgreSQL's commit waits for the disk, hundreds of milliseconds on a busy one, in which a kill of this process would
     * lose what waits behind it. Without the wait a crash of the database may cost the last moments of history, and nothing
     * else: no other transaction does this. H2 never waits.
     */
    private static void doNotWaitForDisk(Connection connection) throws SQLException {
        if (connection.getMetaData().getURL().startsWith("jdbc:postgresql:")) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local synchronous_commit to off");
            }
        }
    }

    /** A run with what the log says of it. */
    record Logged(Run run, UUID id, List<ExecutionLog.Entry> entries) {
        static Logged of(Run run) {
            return new Logged(run, UUID.fromString(run.id()), ExecutionLog.of(run));
        }
    }

    private static void writeRuns(Connection connection, List<Logged> runs) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(RUN)) {
            for (Logged logged : runs) {
                Run run = logged.run();
                insert.setObject(1, logged.id());
                insert.setObject(2, run.parentId() == null ? null : UUID.fromString(run.parentId()));
                insert.setString(3, run.trigger());
                insert.setLong(4, run.workflowId());
                insert.setInt(5, run.workflowVersion());
                insert.setString(6, RunTexts.cut(run.workflowName(), 191));
                insert.setString(7, run.outcome().id());
                insert.setBoolean(8, run.proceed());
                insert.setString(9, RunTexts.list(run.reasons()));
                insert.setString(10, RunTexts.stoppedBy(run.stoppedBy()));
                insert.setString(11, RunTexts.nodes(run.nodes()));
                insert.setString(12, RunTexts.list(run.blockedPaths()));
                insert.setString(13, RunTexts.list(run.effects()));
                insert.setBoolean(14, run.dryRun());
                insert.setString(15, RunTexts.cut(run.eventUuid(), 64));
                insert.setObject(16, time(run.startedAt()));
                insert.setLong(17, run.durationMicros());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void writeEntries(Connection connection, List<Logged> runs) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ENTRY);
                EntryIds ids = new EntryIds(connection)) {
            boolean any = false;
            for (Logged logged : runs) {
                for (ExecutionLog.Entry entry : logged.entries()) {
                    insert.setLong(1, ids.next());
                    insert.setObject(2, time(entry.at()));
                    insert.setObject(3, logged.id());
                    insert.setString(4, logged.run().trigger());
                    insert.setLong(5, logged.run().workflowId());
                    insert.setString(6, entry.level().name());
                    insert.setString(7, RunTexts.storable(entry.message()));
                    insert.addBatch();
                    any = true;
                }
            }
            if (any) {
                insert.executeBatch();
            }
        }
    }

    /** In the order of ids, so that two processes never wait for each other in a circle. */
    private static void count(Connection connection, List<Logged> runs) throws SQLException {
        Map<Long, Long> counts = new TreeMap<>();
        for (Logged logged : runs) {
            if (counts(logged.run())) {
                counts.merge(logged.run().workflowId(), 1L, Long::sum);
            }
        }
        if (counts.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(COUNT)) {
            for (Map.Entry<Long, Long> count : counts.entrySet()) {
                update.setLong(1, count.getValue());
                update.setLong(2, count.getKey());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private static boolean counts(Run run) {
        return !run.isBranch() && !run.dryRun() && run.outcome() != Outcome.SKIPPED && run.workflowId() != 0;
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
