package dev.sluice.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Copies of the H2 file as it stands at one moment, while work goes on. A copy is a ZIP with one file, which put in an empty
 * data folder is the database.
 */
@Singleton
public final class Backup {
    private static final Logger LOG = Logger.getLogger(Backup.class);
    private static final String NAME = "backup-";
    private static final String END = ".zip";

    private final DataSource database;
    private final DataConfig data;

    @Inject
    Backup(DataSource database, DataConfig data) {
        this.database = database;
        this.data = data;
    }

    /** Whether the database is a file of ours; of a PostgreSQL its own tools make copies. */
    public boolean isPossible() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getURL().startsWith("jdbc:h2:");
        }
    }

    /**
     * Makes a copy; it takes the database's size on disk for as long as it is read, and is gone when the stream is closed.
     * One at a time.
     */
    public synchronized InputStream make() throws SQLException, IOException {
        dropLeft();
        Path file = Files.createTempFile(data.dir(), NAME, END);
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("backup to ?")) {
            statement.setString(1, file.toAbsolutePath().toString());
            statement.execute();
        } catch (SQLException e) {
            drop(file);
            throw e;
        }
        return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** What a process left behind that ended while it was read. */
    private void dropLeft() throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(data.dir(), NAME + "*" + END)) {
            left.forEach(Backup::drop);
        }
    }

    private static void drop(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warnf("%s could not be deleted: %s", file, e.getMessage());
        }
    }
}
