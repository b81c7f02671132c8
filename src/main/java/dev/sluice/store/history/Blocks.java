package dev.sluice.store.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** The blocks of one transaction, as many as it takes. */
final class Blocks implements AutoCloseable {
    private static final String INSERT = "insert into run_block (id, last_run, content) values (?, ?, ?)";

    private final Connection connection;
    private Block block;
    private long id;
    private UUID lastRun;

    Blocks(Connection connection) {
        this.connection = connection;
    }

    /** Adds what is of one run, and answers its place in the block that {@link #id} names. */
    int add(UUID run, Block.Part part) throws SQLException {
        if (block != null && block.isFull()) {
            finish();
        }
        if (block == null) {
            block = new Block();
            id = nextId();
            lastRun = run;
        }
        // Ids of runs are ordered by time as texts are, which is not the order of Java's UUIDs.
        lastRun = run.toString().compareTo(lastRun.toString()) > 0 ? run : lastRun;
        return block.add(part);
    }

    long id() {
        return id;
    }

    private long nextId() throws SQLException {
        try (PreparedStatement next = connection.prepareStatement("select nextval('run_block_id')");
                ResultSet number = next.executeQuery()) {
            number.next();
            return number.getLong(1);
        }
    }

    /** Writes the last one. */
    void finish() throws SQLException {
        if (block == null) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, id);
            insert.setObject(2, lastRun);
            insert.setBytes(3, block.content());
            insert.executeUpdate();
        } finally {
            close();
        }
    }

    @Override
    public void close() {
        if (block != null) {
            block.close();
            block = null;
        }
    }
}
