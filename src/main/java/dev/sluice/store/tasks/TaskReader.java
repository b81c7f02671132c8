package dev.sluice.store.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads what tasks are to do. */
@ApplicationScoped
class TaskReader {
    /**
     * A task that is about to be run.
     *
     * @param attempts how often it was begun before
     * @param failures how often it ended in an error since it was queued
     */
    record Loaded(StoredTask task, int attempts, int failures, Packed data) {}

    private final DataSource database;

    @Inject
    TaskReader(DataSource database) {
        this.database = database;
    }

    /** The task of that id, empty where it was deleted meanwhile. */
    Optional<Loaded> load(UUID id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select id, parent_id, trigger_id, workflow_id, workflow_version, start_node, depth, payload_id,"
                                + " created_at, attempts, failures from task where id = ?")) {
            query.setObject(1, id);
            try (ResultSet rows = query.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                StoredTask task = task(rows);
                return Optional.of(new Loaded(
                        task, rows.getInt("attempts"), rows.getInt("failures"), data(connection, task.payloadId())));
            }
        }
    }

    private static StoredTask task(ResultSet rows) throws SQLException {
        return new StoredTask(
                rows.getObject("id", UUID.class),
                rows.getObject("parent_id", UUID.class),
                rows.getString("trigger_id"),
                rows.getLong("workflow_id"),
                rows.getInt("workflow_version"),
                rows.getString("start_node"),
                rows.getInt("depth"),
                rows.getObject("payload_id", UUID.class),
                instant(rows, "created_at"));
    }

    private static Packed data(Connection connection, UUID payload) throws SQLException {
        List<byte[]> parts = new ArrayList<>(1);
        try (PreparedStatement query =
                connection.prepareStatement("select data from task_payload where id = ? order by part")) {
            query.setObject(1, payload);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    parts.add(rows.getBytes(1));
                }
            }
        }
        return new Packed(parts);
    }

    static Instant instant(ResultSet rows, String column) throws SQLException {
        OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
