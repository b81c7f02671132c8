package dev.sluice.store.audit;

import dev.sluice.payload.Json;
import dev.sluice.store.history.HistoryConfig;
import dev.sluice.store.history.Redaction;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import javax.sql.DataSource;

/** Where entries of the audit log are added, in the transaction of the caller where there is one. */
@ApplicationScoped
public class AuditTrail {
    private static final String INSERT =
            "insert into audit_entry (at, who, action, kind, subject, before_change, after_change) values (?, ?, ?, ?, ?, ?, ?)";
    private static final int LONGEST_SUBJECT = 255;

    private final DataSource database;
    private final Clock clock;
    private final Redaction redaction;

    @Inject
    AuditTrail(DataSource database, Clock clock, HistoryConfig history) {
        this.database = database;
        this.clock = clock;
        redaction = new Redaction(history.redact());
    }

    /**
     * Adds what is no change of a row that is watched anyway, on behalf of whoever calls. Blocks.
     *
     * @param action in a word of up to 16 letters
     * @param before what was; null where that says nothing
     * @param after what is now; null where that says nothing
     * @throws IllegalStateException where it cannot be written: then nothing must be done
     */
    public void add(String action, String kind, String subject, Map<String, ?> before, Map<String, ?> after) {
        write(
                action,
                kind,
                subject,
                before == null ? null : Json.write(before),
                after == null ? null : Json.write(after));
    }

    /** By the connection of the transaction, which the pool hands out again to whoever asks within it. */
    void write(String action, String kind, String subject, String before, String after) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            int at = 0;
            insert.setObject(++at, clock.instant().atOffset(ZoneOffset.UTC));
            insert.setString(++at, actor());
            insert.setString(++at, action);
            insert.setString(++at, kind);
            insert.setString(
                    ++at, subject.length() > LONGEST_SUBJECT ? subject.substring(0, LONGEST_SUBJECT) : subject);
            insert.setString(++at, clean(before));
            insert.setString(++at, clean(after));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The audit log cannot be written, so nothing is changed.", e);
        }
    }

    private String clean(String json) {
        return json == null
                ? null
                : new String(redaction.clean(json.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    private static String actor() {
        return Arc.container().requestContext().isActive()
                ? Arc.container().instance(Actor.class).get().name()
                : Actor.NOBODY;
    }
}
