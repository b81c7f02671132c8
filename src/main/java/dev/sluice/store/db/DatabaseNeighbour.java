package dev.sluice.store.db;

import dev.sluice.module.Neighbour;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** The database. */
@Singleton
class DatabaseNeighbour implements Neighbour {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int VALID_SECONDS = 3;

    private final DataSource database;

    @Inject
    DatabaseNeighbour(DataSource database) {
        this.database = database;
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
                    ? Condition.up(what + ".")
                    : Condition.down(what + " does not answer. Look at SLUICE_DATABASE_URL.");
        } catch (SQLException e) {
            return Condition.down("It cannot be reached: " + e.getMessage() + " Look at SLUICE_DATABASE_URL.");
        }
    }
}
