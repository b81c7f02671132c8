package dev.sluice.store.db;

import java.sql.SQLException;

/** What both databases say by the SQLSTATE of an error. */
public final class SqlStates {
    private SqlStates() {}

    /** Whether the data is at fault, which it will be another time too: a data exception or a broken constraint. */
    public static boolean isAboutData(SQLException e) {
        String state = e.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }

    /** Whether a key is taken. */
    public static boolean isTaken(SQLException e) {
        return "23505".equals(e.getSQLState());
    }
}
