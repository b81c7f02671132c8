package dev.sluice.store.db;

import dev.sluice.module.Neighbour;
import dev.sluice.store.DataConfig;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** The database, and for a file of ours the room that is left on its disk. */
@Singleton
class DatabaseNeighbour implements Neighbour {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int VALID_SECONDS = 3;

    private final DataSource database;
    private final Path folder;

    @Inject
    DatabaseNeighbour(DataSource database, DataConfig data) {
        this.database = database;
        folder = data.dir();
    }

    @Override
    public String name() {
        return "Database";
    }

    @Override
    public Uni<Condition> look() {
        return Uni.createFrom()
                .item(this::asked)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .ifNoItem()
                .after(PATIENCE)
                .recoverWithItem(() -> Condition.down("It did not answer within " + PATIENCE.toSeconds() + " s."));
    }

    private Condition asked() {
        try (Connection connection = database.getConnection()) {
            DatabaseMetaData about = connection.getMetaData();
            String what = about.getDatabaseProductName() + " " + about.getDatabaseProductVersion();
            return connection.isValid(VALID_SECONDS)
                    ? Condition.up(what + ". " + room())
                    : Condition.down(what + " does not answer. " + room());
        } catch (SQLException e) {
            return Condition.down("It cannot be reached: " + e.getMessage() + " Look at SLUICE_DATABASE_URL.");
        }
    }

    private String room() {
        try {
            long free = Files.getFileStore(folder).getUsableSpace() / (1024 * 1024);
            return Files.isWritable(folder)
                    ? "Data folder " + folder + ", " + free + " MiB free."
                    : "The data folder " + folder + " cannot be written to.";
        } catch (IOException e) {
            return "The data folder " + folder + " cannot be looked at: " + e.getMessage();
        }
    }
}
