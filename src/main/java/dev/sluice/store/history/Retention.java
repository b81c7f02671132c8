package dev.sluice.store.history;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Deletes runs that are too old or too many, a few at a time, so that nobody waits for it. */
@ApplicationScoped
class Retention {
    private static final Logger LOG = Logger.getLogger(Retention.class);
    private static final int CHUNK = 2_000;
    private static final String SURPLUS = "select id from run order by id desc offset ? rows fetch next 1 rows only";
    private static final String RUNS =
            "delete from run where id in (select id from run where id <= ? order by id fetch first " + CHUNK
                    + " rows only)";
    private static final String BLOCKS = "delete from run_block where last_run <= ? and id in"
            + " (select id from run_block order by id fetch first " + CHUNK + " rows only)";

    private final DataSource database;
    private final HistoryConfig.Keep config;
    private final Clock clock;

    @Inject
    Retention(DataSource database, HistoryConfig config, Clock clock) {
        this(database, config.keep(), clock);
    }

    Retention(DataSource database, HistoryConfig.Keep config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void clean() {
        try {
            int deleted = deleteSurplus();
            if (deleted > 0) {
                LOG.infof(
                        "%d runs are out of the history: older than %s, or not among the newest %d.",
                        deleted, config.age(), config.count());
            }
        } catch (SQLException e) {
            LOG.warnf("Old runs could not be deleted, trying again in ten minutes: %s", e.getMessage());
        }
    }

    /** How many runs went. */
    int deleteSurplus() throws SQLException {
        UUID tooOld = Conditions.earliest(clock.instant().minus(config.age()));
        try (Connection connection = database.getConnection()) {
            UUID tooMany = surplus(connection);
            UUID upTo = tooMany != null && tooMany.toString().compareTo(tooOld.toString()) > 0 ? tooMany : tooOld;
            int deleted = deleteAll(connection, RUNS, upTo);
            deleteAll(connection, BLOCKS, upTo);
            return deleted;
        }
    }

    private UUID surplus(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SURPLUS)) {
            select.setLong(1, config.count());
            try (ResultSet found = select.executeQuery()) {
                return found.next() ? found.getObject(1, UUID.class) : null;
            }
        }
    }

    private static int deleteAll(Connection connection, String statement, UUID upTo) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(statement)) {
            int all = 0;
            int some;
            do {
                delete.setObject(1, upTo);
                some = delete.executeUpdate();
                all += some;
            } while (some > 0);
            return all;
        }
    }
}
