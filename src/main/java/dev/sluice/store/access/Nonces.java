package dev.sluice.store.access;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** What signed calls were told apart by, remembered by all processes of one database and over restarts. Blocks. */
@ApplicationScoped
public class Nonces {
    private static final Logger LOG = Logger.getLogger(Nonces.class);

    private final DataSource database;
    private final Clock clock;

    @Inject
    Nonces(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Whether a key has not used a nonce before, which it has from now on.
     *
     * @param until when it may be forgotten, because its signature is good no longer
     */
    public boolean isFirst(String key, String nonce, Instant until) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into call_nonce (hash, until_at) values (?, ?) on conflict do nothing")) {
            insert.setString(1, Secret.hash(key + '\n' + nonce));
            insert.setObject(2, until.atOffset(ZoneOffset.UTC));
            return insert.executeUpdate() == 1;
        }
    }

    @Scheduled(every = "1m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement("delete from call_nonce where until_at < ?")) {
            delete.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            delete.executeUpdate();
        } catch (SQLException e) {
            LOG.debugf("Old nonces stay a while longer: %s", e.getMessage());
        }
    }
}
