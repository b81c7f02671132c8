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

    /** Whether it is the database that is at fault: it cannot be reached, is ending, or has no room left. */
    public static boolean isAway(SQLException e) {
        String state = e.getSQLState();
        return state == null
                ? String.valueOf(e.getMessage()).contains("acquisition timeout")
                : state.startsWith("08") || state.startsWith("57P") || state.startsWith("53");
    }

    /** Whether a key is taken. */
    public static boolean isTaken(SQLException e) {
        return "23505".equals(e.getSQLState());
    }
}
