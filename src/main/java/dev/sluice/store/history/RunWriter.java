package dev.sluice.store.history;

import dev.sluice.engine.Outcome;
import dev.sluice.engine.Run;
import dev.sluice.payload.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;

/** Writes runs and the workflows' counters in one transaction, by JDBC: this is the busiest write. */
@ApplicationScoped
class RunWriter {
    private static final String RUN = "insert into run (id, parent_id, replay_of, trigger_id, workflow_id,"
            + " workflow_version, workflow_name, outcome, proceed, reasons, dry_run, event_uuid, started_at,"
            + " duration_micros, log_infos, log_errors, log_debugs, log, block_id, block_place)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String COUNT = "update workflow set counter = counter + ? where id = ?";
    private static final String FORGET = "delete from run where id = ?";

    private final DataSource database;

    @Inject
    RunWriter(DataSource database) {
        this.database = database;
    }

    /** All of them, or none where it fails. */
    void write(List<Logged> runs) throws SQLException {
        write(runs, false);
    }

    /** In place of one that bears the same id: a task that was carried out again. It is not counted again. */
    void replace(Logged run) throws SQLException {
        write(List.of(run), true);
    }

    private void write(List<Logged> runs, boolean again) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                doNotWaitForDisk(connection);
                if (again) {
                    forget(connection, runs.get(0).id());
                }
                try (Blocks blocks = new Blocks(connection)) {
                    insert(connection, runs, blocks);
                    blocks.finish();
                }
                if (!again) {
                    count(connection, runs);
                }
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

    private static void forget(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(FORGET)) {
            delete.setObject(1, id);
            delete.executeUpdate();
        }
    }

    private static void insert(Connection connection, List<Logged> runs, Blocks blocks) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(RUN)) {
            for (Logged logged : runs) {
                Run run = logged.run();
                insert.setObject(1, logged.id());
                insert.setObject(2, uuid(run.parentId()));
                insert.setObject(3, uuid(run.replayOf()));
                insert.setString(4, run.trigger());
                insert.setLong(5, run.workflowId());
                insert.setInt(6, run.workflowVersion());
                insert.setString(7, cut(run.workflowName(), 191));
                insert.setString(8, run.outcome().id());
                insert.setBoolean(9, run.proceed());
                insert.setString(10, run.reasons().isEmpty() ? null : Json.write(run.reasons()));
                insert.setBoolean(11, run.dryRun());
                insert.setString(12, run.eventUuid().isEmpty() ? null : cut(run.eventUuid(), 64));
                insert.setObject(13, run.startedAt().atOffset(ZoneOffset.UTC));
                insert.setLong(14, run.durationMicros());
                insert.setShort(15, logged.infos());
                insert.setShort(16, logged.errors());
                insert.setShort(17, logged.debugs());
                insert.setString(18, logged.log());
                int place = blocks.add(logged.id(), logged.part());
                insert.setLong(19, blocks.id());
                insert.setInt(20, place);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static UUID uuid(String id) {
        return id == null ? null : UUID.fromString(id);
    }

    /** No longer than its column, and without the one character that PostgreSQL does not keep. */
    private static String cut(String text, int length) {
        String storable = text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
        return storable.length() <= length ? storable : storable.substring(0, length);
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
}
