package dev.sluice.store.db;

import io.quarkus.runtime.PreventFurtherStepsException;
import java.sql.SQLException;

/** Says in a sentence why a start ends where the database cannot be opened, and what to do. */
final class CannotOpen {
    /** H2: another process has the file. */
    private static final int LOCKED = 90020;

    private static final String WRONG_PASSWORD = "28";
    private static final String NO_SUCH_DATABASE = "3D000";

    private CannotOpen() {}

    /** The same error, at the end of whose causes stands what Quarkus prints instead of a stack trace. */
    static SQLException of(String url, SQLException error) {
        String words = "Sluice does not start: it cannot open its database " + shown(url) + ".\n" + advice(error);
        SQLException told = new SQLException(
                error.getMessage(),
                error.getSQLState(),
                error.getErrorCode(),
                new PreventFurtherStepsException(words, 1));
        told.addSuppressed(error);
        return told;
    }

    private static String advice(SQLException error) {
        String state = String.valueOf(error.getSQLState());
        if (error.getErrorCode() == LOCKED) {
            return "Another process has the file open, probably another Sluice. End that one, or give this one a folder"
                    + " of its own by SLUICE_DATA_DIR; several processes can share a PostgreSQL, not a file.";
        }
        String said = "It said: " + error.getMessage().strip();
        if (state.startsWith(WRONG_PASSWORD)) {
            return said + "\nLook at SLUICE_DATABASE_USERNAME and SLUICE_DATABASE_PASSWORD.";
        }
        if (state.equals(NO_SUCH_DATABASE)) {
            return said + "\nMake the database first (createdb), or look at SLUICE_DATABASE_URL.";
        }
        return said + "\nLook at SLUICE_DATABASE_URL and SLUICE_DATA_DIR, and whether the database runs.";
    }

    /** Without what may be secret: everything behind the first ? or ; and a password before an @. */
    static String shown(String url) {
        return url.split("[?;]", 2)[0].replaceFirst("//[^@/]*@", "//");
    }
}
