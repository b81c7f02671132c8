package dev.sluice.store.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Ids for the log entries of one transaction, in the order of writing: each block is one number of a sequence. */
final class EntryIds implements AutoCloseable {
    private static final int BITS = 12;

    private final PreparedStatement block;
    private long next;
    private int left;

    EntryIds(Connection connection) throws SQLException {
        block = connection.prepareStatement("select nextval('log_entry_block')");
    }

    long next() throws SQLException {
        if (left == 0) {
            try (ResultSet number = block.executeQuery()) {
                number.next();
                next = number.getLong(1) << BITS;
                left = 1 << BITS;
            }
        }
        left--;
        return next++;
    }

    @Override
    public void close() throws SQLException {
        block.close();
    }
}
