package dev.sluice.store.access;

import dev.sluice.store.NotFoundException;
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
import java.util.Comparator;
import java.util.List;
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
    private static final int ID_LENGTH = 16;

    /**
     * @param name whose key opened it
     * @param role what may be done in it; of a key what that may do now
     * @param opener hash of the key that opened it, with which it ends; null for who signed in elsewhere
     * @param endsAt when it is over if it is not used again
     */
    public record Session(String name, String role, String opener, Instant endsAt) {}

    /** @param token what the browser is to hold, and nobody else */
    public record Opened(String token, Session session) {}

    /**
     * A session as admins see it.
     *
     * @param id tells it from others, and opens nothing
     * @param usedAt to five minutes
     */
    public record Listed(String id, Session session, Instant openedAt, Instant usedAt) {}

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
    public Opened open(String name, String role, String opener) {
        String token = Secret.fresh();
        Instant now = clock.instant();
        WebSessionEntity row = new WebSessionEntity();
        row.tokenHash = Secret.hash(token);
        row.name = name;
        row.role = role;
        row.opener = opener;
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
        Optional<Session> found = QuarkusTransaction.requiringNew().call(() -> {
            Optional<WebSessionEntity> row = row(hash);
            row.filter(it -> it.usedAt.plus(TOUCH).isBefore(clock.instant()))
                    .ifPresent(it -> it.usedAt = clock.instant());
            return row.map(this::session);
        });
        if (memory.size() > MOST_IN_MEMORY) {
            memory.clear();
        }
        found.ifPresentOrElse(it -> memory.put(hash, new Looked(it, clock.instant())), () -> memory.remove(hash));
        return found;
    }

    /** The same, without being used by that. Blocks. */
    public Optional<Session> look(String token) {
        return QuarkusTransaction.requiringNew()
                .call(() -> row(Secret.hash(token)).map(this::session));
    }

    private Optional<WebSessionEntity> row(String hash) {
        return Optional.<WebSessionEntity>ofNullable(WebSessionEntity.findById(hash))
                .filter(it -> session(it).endsAt().isAfter(clock.instant()));
    }

    /** Ends a session; without effect where there is none. Blocks. */
    public void close(String token) {
        end(Secret.hash(token));
    }

    /** All that are not over, last used first. Blocks. */
    public List<Listed> list() {
        Instant now = clock.instant();
        return QuarkusTransaction.requiringNew().call(() -> WebSessionEntity.<WebSessionEntity>listAll().stream()
                .filter(row -> session(row).endsAt().isAfter(now))
                .sorted(Comparator.comparing((WebSessionEntity row) -> row.usedAt)
                        .reversed())
                .map(row -> new Listed(id(row), session(row), row.openedAt, row.usedAt))
                .toList());
    }

    /**
     * Ends somebody's session, in this process at once. Blocks.
     *
     * @throws NotFoundException where there is none of this id
     */
    public void endListed(String id) {
        List<String> hashes = id.length() != ID_LENGTH
                ? List.of()
                : QuarkusTransaction.requiringNew().call(() -> WebSessionEntity.<WebSessionEntity>listAll().stream()
                        .filter(row -> id(row).equals(id))
                        .map(row -> row.tokenHash)
                        .toList());
        if (hashes.isEmpty()) {
            throw new NotFoundException("There is no session " + id + ".");
        }
        hashes.forEach(this::end);
    }

    private void end(String hash) {
        QuarkusTransaction.requiringNew().run(() -> WebSessionEntity.deleteById(hash));
        memory.remove(hash);
    }

    private static String id(WebSessionEntity row) {
        return row.tokenHash.substring(0, ID_LENGTH);
    }

    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void forget() {
        Instant now = clock.instant();
        WebSessionEntity.delete(
                "usedAt < ?1 or openedAt < ?2 or opener is null and openedAt < ?3",
                now.minus(config.idle()),
                now.minus(config.longest()),
                now.minus(config.longestOfProvider()));
    }

    private Session session(WebSessionEntity row) {
        Instant idle = row.usedAt.plus(config.idle());
        Instant longest = row.openedAt.plus(row.opener == null ? config.longestOfProvider() : config.longest());
        return new Session(row.name, row.role, row.opener, idle.isBefore(longest) ? idle : longest);
    }

    private static boolean over(Looked looked, Instant now) {
        return !looked.session().endsAt().isAfter(now);
    }
}
