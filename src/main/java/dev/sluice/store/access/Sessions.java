package dev.sluice.store.access;

import dev.sluice.store.db.WebSessionEntity;
import dev.sluice.store.db.WebWelcomeEntity;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Browsers that are signed in. What a browser holds opens nothing once its row is gone, and cannot be made from the row.
 * Looked up in memory for a while, so a session that ended in another process of the same database ends here within
 * {@link #TRUST}.
 */
@ApplicationScoped
public class Sessions {
    static final Duration TRUST = Duration.ofSeconds(20);
    private static final Duration TOUCH = Duration.ofMinutes(5);
    private static final int MOST_IN_MEMORY = 10_000;

    /**
     * @param name whose key opened it
     * @param role what may be done in it; of a key what that may do now
     * @param keyId the key that opened it; null where it was none of the table
     * @param endsAt when it is over if it is not used again
     */
    public record Session(String name, String role, Long keyId, Instant endsAt) {}

    /** @param token what the browser is to hold, and nobody else */
    public record Opened(String token, Session session) {}

    private record Looked(Session session, Instant at) {}

    private final Map<String, Looked> memory = new ConcurrentHashMap<>();
    private final SessionConfig config;
    private final Clock clock;

    @Inject
    Sessions(SessionConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** Begins a session, which ends with the key that opens it, where there is one. Blocks. */
    @Transactional
    public Opened open(String name, String role, Long keyId) {
        String token = Secret.fresh();
        Instant now = clock.instant();
        WebSessionEntity row = new WebSessionEntity();
        row.tokenHash = Secret.hash(token);
        row.name = name;
        row.role = role;
        row.keyId = keyId;
        row.openedAt = now;
        row.usedAt = now;
        row.persist();
        if (WebWelcomeEntity.findById(WebWelcomeEntity.ONLY) == null) {
            WebWelcomeEntity welcome = new WebWelcomeEntity();
            welcome.id = WebWelcomeEntity.ONLY;
            welcome.doneAt = now;
            welcome.persist();
        }
        return new Opened(token, session(row));
    }

    /** Whether anybody ever signed in. Blocks. */
    @Transactional
    public boolean everOpened() {
        return WebWelcomeEntity.findById(WebWelcomeEntity.ONLY) != null;
    }

    /** The session of a token as far as it was looked up lately; empty says nothing. Never blocks. */
    public Optional<Session> known(String token) {
        Looked looked = memory.get(Secret.hash(token));
        Instant now = clock.instant();
        return looked == null || Duration.between(looked.at(), now).abs().compareTo(TRUST) > 0 || over(looked, now)
                ? Optional.empty()
                : Optional.of(looked.session());
    }

    /** The session of a token, which counts as used by that; empty where there is none, or it is over. Blocks. */
    public Optional<Session> find(String token) {
        String hash = Secret.hash(token);
        Optional<Session> found = QuarkusTransaction.requiringNew().call(() -> look(hash));
        if (memory.size() > MOST_IN_MEMORY) {
            memory.clear();
        }
        found.ifPresentOrElse(it -> memory.put(hash, new Looked(it, clock.instant())), () -> memory.remove(hash));
        return found;
    }

    private Optional<Session> look(String hash) {
        WebSessionEntity row = WebSessionEntity.findById(hash);
        Instant now = clock.instant();
        if (row == null || !session(row).endsAt().isAfter(now)) {
            return Optional.empty();
        }
        if (row.usedAt.plus(TOUCH).isBefore(now)) {
            row.usedAt = now;
        }
        return Optional.of(session(row));
    }

    /** Ends a session; without effect where there is none. Blocks. */
    @Transactional
    public void close(String token) {
        String hash = Secret.hash(token);
        WebSessionEntity.deleteById(hash);
        memory.remove(hash);
    }

    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void forget() {
        Instant now = clock.instant();
        WebSessionEntity.delete("usedAt < ?1 or openedAt < ?2", now.minus(config.idle()), now.minus(config.longest()));
    }

    private Session session(WebSessionEntity row) {
        Instant idle = row.usedAt.plus(config.idle());
        Instant longest = row.openedAt.plus(config.longest());
        return new Session(row.name, row.role, row.keyId, idle.isBefore(longest) ? idle : longest);
    }

    private static boolean over(Looked looked, Instant now) {
        return !looked.session().endsAt().isAfter(now);
    }
}
