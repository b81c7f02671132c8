package dev.sluice.store;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;

/** Remembers which calls were made under which key, so that one that is repeated gets the same answer. Blocks. */
@ApplicationScoped
public class IdempotencyKeys {
    private static final int KEY_LENGTH = 255;

    /** What a key says about a call. */
    public sealed interface Claim {
        /** Nobody used the key: run, then {@link #answer} or {@link #release} it. */
        record New() implements Claim {}

        /** The same call is being run at this moment. */
        record Running() implements Claim {}

        /** The same call was run; here is its answer as JSON. */
        record Done(String answer) implements Claim {}

        /** The key was used for another body. */
        record Mismatch() implements Claim {}
    }

    /**
     * A call that is answered at once, in the transaction that does what it asks for.
     *
     * @param bodySha256 SHA-256 of the body
     * @param answer what it is answered where the key is new, as JSON
     */
    public record Request(String trigger, String key, byte[] bodySha256, String answer, Instant now, Instant expired) {}

    private final EntityManager entities;
    private final Clock clock;
    private final IdempotencyConfig config;

    @Inject
    IdempotencyKeys(EntityManager entities, Clock clock, IdempotencyConfig config) {
        this.entities = entities;
        this.clock = clock;
        this.config = config;
    }

    /**
     * Claims a key for a call. Of several at once exactly one gets {@code New}: the primary key decides.
     *
     * @param bodySha256 SHA-256 of the body
     * @throws InvalidException where the key is empty or longer than 255 characters
     */
    public Claim claim(String trigger, String key, byte[] bodySha256) {
        checked(key);
        String hash = HexFormat.of().formatHex(bodySha256);
        Claim claim = null;
        while (claim == null) {
            claim = QuarkusTransaction.requiringNew().call(() -> attempt(trigger, key, hash));
        }
        return claim;
    }

    /** Null where the row went away between two looks. */
    private Claim attempt(String trigger, String key, String hash) {
        Instant now = clock.instant();
        sql(
                        "delete from idempotency_key where trigger_id = :trigger and request_key = :key and created_at < :expired",
                        trigger,
                        key)
                .setParameter("expired", now.minus(config.keep()))
                .executeUpdate();
        int inserted = sql(
                        "insert into idempotency_key (trigger_id, request_key, body_hash, created_at)"
                                + " values (:trigger, :key, :hash, :now) on conflict do nothing",
                        trigger,
                        key)
                .setParameter("hash", hash)
                .setParameter("now", now)
                .executeUpdate();
        if (inserted == 1) {
            return new Claim.New();
        }
        List<?> found = sql(
                        "select body_hash, answer from idempotency_key where trigger_id = :trigger and request_key = :key",
                        trigger,
                        key)
                .getResultList();
        if (found.isEmpty()) {
            return null;
        }
        Object[] row = (Object[]) found.get(0);
        if (!row[0].equals(hash)) {
            return new Claim.Mismatch();
        }
        if (row[1] != null) {
            return new Claim.Done((String) row[1]);
        }
        return takenOver(trigger, key, now) ? new Claim.New() : new Claim.Running();
    }

    /** The process that ran the call may be gone; one caller takes its place. */
    private boolean takenOver(String trigger, String key, Instant now) {
        return sql(
                                "update idempotency_key set created_at = :now where trigger_id = :trigger"
                                        + " and request_key = :key and answer is null and created_at < :lost",
                                trigger,
                                key)
                        .setParameter("now", now)
                        .setParameter("lost", now.minus(config.lost()))
                        .executeUpdate()
                == 1;
    }

    /** A call under that key, to be answered so. */
    public Request request(String trigger, String key, byte[] bodySha256, String answer) {
        checked(key);
        Instant now = clock.instant();
        return new Request(trigger, key, bodySha256, answer, now, now.minus(config.keep()));
    }

    /**
     * Claims the key and keeps the answer, in the transaction of this connection. Waits where another transaction does the same.
     *
     * @return null where the key was new, else what it says
     */
    public static Claim claim(Connection connection, Request request) throws SQLException {
        String hash = HexFormat.of().formatHex(request.bodySha256());
        while (true) {
            try (PreparedStatement delete = connection.prepareStatement("delete from idempotency_key"
                            + " where trigger_id = ? and request_key = ? and created_at < ?");
                    PreparedStatement insert = connection.prepareStatement("insert into idempotency_key"
                            + " (trigger_id, request_key, body_hash, answer, created_at) values (?, ?, ?, ?, ?)"
                            + " on conflict do nothing");
                    PreparedStatement query = connection.prepareStatement(
                            "select body_hash, answer from idempotency_key where trigger_id = ? and request_key = ?")) {
                for (PreparedStatement it : List.of(delete, insert, query)) {
                    it.setString(1, request.trigger());
                    it.setString(2, request.key());
                }
                delete.setObject(3, request.expired().atOffset(ZoneOffset.UTC));
                delete.executeUpdate();
                insert.setString(3, hash);
                insert.setString(4, request.answer());
                insert.setObject(5, request.now().atOffset(ZoneOffset.UTC));
                if (insert.executeUpdate() == 1) {
                    return null;
                }
                try (ResultSet rows = query.executeQuery()) {
                    if (rows.next()) {
                        String answer = rows.getString(2);
                        return !rows.getString(1).equals(hash)
                                ? new Claim.Mismatch()
                                : answer == null ? new Claim.Running() : new Claim.Done(answer);
                    }
                }
            }
        }
    }

    private static void checked(String key) {
        if (key.isBlank() || key.length() > KEY_LENGTH) {
            throw new InvalidException("An Idempotency-Key has 1 to " + KEY_LENGTH + " characters, as a UUID has.");
        }
    }

    /** Keeps the answer of a call, as JSON, for those who repeat it. */
    @Transactional
    public void answer(String trigger, String key, String json) {
        sql(
                        "update idempotency_key set answer = :answer where trigger_id = :trigger and request_key = :key",
                        trigger,
                        key)
                .setParameter("answer", json)
                .executeUpdate();
    }

    /** Gives a key back whose call came to nothing, so that it can be repeated. */
    @Transactional
    public void release(String trigger, String key) {
        sql(
                        "delete from idempotency_key where trigger_id = :trigger and request_key = :key and answer is null",
                        trigger,
                        key)
                .executeUpdate();
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void forgetOld() {
        entities.createNativeQuery("delete from idempotency_key where created_at < :expired")
                .setParameter("expired", clock.instant().minus(config.keep()))
                .executeUpdate();
    }

    private jakarta.persistence.Query sql(String text, String trigger, String key) {
        return entities.createNativeQuery(text).setParameter("trigger", trigger).setParameter("key", key);
    }
}
