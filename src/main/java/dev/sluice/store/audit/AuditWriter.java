package dev.sluice.store.audit;

import dev.sluice.store.history.HistoryConfig;
import dev.sluice.store.history.Redaction;
import io.quarkus.arc.Arc;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.hibernate.Interceptor;
import org.hibernate.type.Type;

/**
 * Writes an entry for whatever people and keys change, in the same transaction: there is no change without one, and none
 * of a change that did not happen.
 */
@PersistenceUnitExtension
@ApplicationScoped
class AuditWriter implements Interceptor {
    private static final String INSERT =
            "insert into audit_entry (at, who, action, kind, subject, before_change, after_change) values (?, ?, ?, ?, ?, ?, ?)";

    private final DataSource database;
    private final Clock clock;
    private final Redaction redaction;

    @Inject
    AuditWriter(DataSource database, Clock clock, HistoryConfig history) {
        this.database = database;
        this.clock = clock;
        redaction = new Redaction(history.redact());
    }

    @Override
    public boolean onPersist(Object entity, Object id, Object[] state, String[] properties, Type[] types) {
        Watched watched = Watched.of(entity);
        if (watched != null) {
            write("create", watched, id, state, properties, null, Watched.told(state, null, properties));
        }
        return false;
    }

    @Override
    public boolean onFlushDirty(
            Object entity, Object id, Object[] state, Object[] before, String[] properties, Type[] types) {
        Watched watched = Watched.of(entity);
        if (watched != null && before != null) {
            String now = Watched.told(state, before, properties);
            String then = Watched.told(before, state, properties);
            if (now != null || then != null) {
                write("change", watched, id, state, properties, then, now);
            }
        }
        return false;
    }

    @Override
    public void onRemove(Object entity, Object id, Object[] state, String[] properties, Type[] types) {
        Watched watched = Watched.of(entity);
        if (watched != null) {
            write("delete", watched, id, state, properties, Watched.told(state, null, properties), null);
        }
    }

    /** By the connection of the transaction, which the pool hands out again to whoever asks within it. */
    private void write(
            String action,
            Watched watched,
            Object id,
            Object[] state,
            String[] properties,
            String before,
            String after) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            int at = 0;
            insert.setObject(++at, clock.instant().atOffset(ZoneOffset.UTC));
            insert.setString(++at, actor());
            insert.setString(++at, action);
            insert.setString(++at, watched.kind());
            insert.setString(++at, watched.subject(id, state, properties));
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
