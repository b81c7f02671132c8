package dev.sluice.store.db;

import dev.sluice.outside.PrivateFolder;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Logger;

/**
 * Connects to H2 or to PostgreSQL, as the URL says, so that one build runs on both. What Sluice relies on is added to the
 * URL where it does not say otherwise itself.
 */
@RegisterForReflection
public final class SluiceDriver implements Driver {
    private static final String H2 = "jdbc:h2:";
    private static final String H2_FILE = "jdbc:h2:file:";
    private static final String POSTGRESQL = "jdbc:postgresql:";

    /**
     * Written through at every commit: a workflow that was saved is there after a kill. The database is closed by the
     * connection pool and not by a shutdown hook of its own, which would race with the last runs being written.
     */
    private static final Map<String, String> H2_SETTINGS = Map.of(
            "MODE", "PostgreSQL",
            "DATABASE_TO_LOWER", "TRUE",
            "DEFAULT_NULL_ORDERING", "HIGH",
            "WRITE_DELAY", "0",
            "LOCK_TIMEOUT", "10000",
            "MAX_LENGTH_INPLACE_LOB", "65536",
            "DB_CLOSE_ON_EXIT", "FALSE");

    private final Driver h2 = new org.h2.Driver();
    private final Driver postgresql = new org.postgresql.Driver();
    private volatile boolean opened;

    @Override
    public Connection connect(String url, Properties info) throws SQLException {
        try {
            Connection connection = open(url, info);
            opened = true;
            return connection;
        } catch (SQLException e) {
            throw opened ? e : CannotOpen.of(url, e);
        }
    }

    private Connection open(String url, Properties info) throws SQLException {
        if (url.startsWith(POSTGRESQL)) {
            Properties all = new Properties();
            all.setProperty("reWriteBatchedInserts", "true");
            all.setProperty("ApplicationName", "sluice");
            all.putAll(info);
            return postgresql.connect(url, all);
        }
        if (url.startsWith(H2)) {
            return h2.connect(completed(url), info);
        }
        throw new SQLException("SLUICE_DATABASE_URL must begin with " + H2 + " or " + POSTGRESQL + ", as in "
                + POSTGRESQL + "//localhost:5432/sluice.");
    }

    private static String completed(String url) throws SQLException {
        String[] parts = url.split(";", 2);
        StringBuilder all = new StringBuilder(parts[0].startsWith(H2_FILE) ? withFolder(parts[0]) : parts[0]);
        String given = parts.length == 1 ? "" : ";" + parts[1];
        all.append(given);
        H2_SETTINGS.forEach((name, value) -> {
            if (!given.toUpperCase(Locale.ROOT).contains(";" + name + "=")) {
                all.append(';').append(name).append('=').append(value);
            }
        });
        return all.toString();
    }

    /** H2 would make the folder itself, but readable by everybody, and refuses names like {@code data/sluice}. */
    private static String withFolder(String url) throws SQLException {
        String name = url.substring(H2_FILE.length());
        if (name.startsWith("~")) {
            return url;
        }
        Path file = Path.of(name).toAbsolutePath().normalize();
        try {
            PrivateFolder.make(file.getParent());
        } catch (IOException e) {
            throw new SQLException("The data folder " + file.getParent() + " cannot be made: " + e.getMessage(), e);
        }
        if (!Files.isWritable(file.getParent())) {
            throw new SQLException("The data folder " + file.getParent()
                    + " is not writable. Give it to the user Sluice runs as, or set SLUICE_DATA_DIR.");
        }
        return H2_FILE + file;
    }

    @Override
    public boolean acceptsURL(String url) {
        // Others too: we say what is wrong with them without showing what may be secret in them.
        return url.startsWith("jdbc:");
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return true;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("dev.sluice.store");
    }
}
