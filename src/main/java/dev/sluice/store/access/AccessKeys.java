package dev.sluice.store.access;

import dev.sluice.store.ConflictException;
import dev.sluice.store.InvalidException;
import dev.sluice.store.NotFoundException;
import dev.sluice.store.audit.Actor;
import dev.sluice.store.db.AccessKeyEntity;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Keys of callers beside the admin key. Asked from memory at each call; what another process changed counts here within
 * five seconds.
 */
@ApplicationScoped
public class AccessKeys {
    private static final Logger LOG = Logger.getLogger(AccessKeys.class);
    private static final int LONGEST_NAME = 191;
    private static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

    /**
     * A key without its text.
     *
     * @param expiresAt null for never
     * @param usedAt to the minute; null where it never was
     * @param oldUntil until when the text before a rotation opens too; null where it does not
     */
    public record Key(
            long id, String name, Role role, Instant createdAt, Instant expiresAt, Instant usedAt, Instant oldUntil) {}

    /**
     * A key just made or rotated.
     *
     * @param text told this once, and kept nowhere
     */
    public record Made(Key key, String text) {
        /** What is kept of the text. */
        public String hash() {
            return Secret.hash(text);
        }
    }

    /**
     * What opens as a key: its text, of which the hash is known, or for a while the one before a rotation.
     *
     * @param hash SHA-256 of the text, in hexadecimal digits
     * @param until null for as long as there is the key
     */
    public record Opening(Key key, String hash, Instant until) {}

    private final Clock clock;
    private final Map<Long, Instant> used = new ConcurrentHashMap<>();
    private volatile Map<String, Opening> byHash = Map.of();

    @Inject
    AccessKeys(Clock clock) {
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        load();
    }

    /** The key of a text; empty where there is none, or it has expired. Never blocks. */
    public Optional<Opening> find(String text) {
        Optional<Opening> opening = byHash.isEmpty() ? Optional.empty() : hashed(Secret.hash(text));
        opening.ifPresent(it -> used.put(it.key().id(), clock.instant()));
        return opening;
    }

    /** What opens by the hash of its text; empty where nothing does any more. Never blocks. */
    public Optional<Opening> hashed(String hash) {
        return Optional.ofNullable(byHash.get(hash)).filter(this::opens);
    }

    /** What opens as the key of a name: nothing, its text, or also the one before a rotation. Never blocks. */
    public List<Opening> named(String name) {
        return byHash.values().stream()
                .filter(it -> it.key().name().equals(name) && opens(it))
                .toList();
    }

    private boolean opens(Opening opening) {
        return opening.until() == null || opening.until().isAfter(clock.instant());
    }

    /** All there are, by name. Blocks. */
    public List<Key> list() {
        writeUse();
        return QuarkusTransaction.requiringNew().call(() -> AccessKeyEntity.<AccessKeyEntity>listAll().stream()
                .map(AccessKeys::key)
                .sorted(java.util.Comparator.comparing(Key::name))
                .toList());
    }

    /**
     * Makes a key. Blocks.
     *
     * @param expiresAt null for never
     * @throws InvalidException where the name will not do, or it would have expired already
     * @throws ConflictException where there is a key of that name
     */
    public Made make(String name, Role role, Instant expiresAt) {
        String checked = checked(name);
        checkExpiry(expiresAt);
        String text = Secret.fresh();
        Key made = change(() -> {
            if (AccessKeyEntity.count("name", checked) > 0) {
                throw new ConflictException("There is a key `" + checked + "` already: choose another name.");
            }
            AccessKeyEntity row = new AccessKeyEntity();
            row.name = checked;
            row.role = role.id();
            row.keyHash = Secret.hash(text);
            row.createdAt = clock.instant();
            row.expiresAt = expiresAt;
            row.persist();
            return key(row);
        });
        return new Made(made, text);
    }

    /**
     * Gives a key another text; the old one opens for the overlap, so that callers can be changed one by one. Blocks.
     *
     * @throws NotFoundException where there is no such key
     * @throws InvalidException where the overlap is negative or longer than 30 days
     */
    public Made rotate(long id, Duration overlap) {
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            throw new InvalidException("The old key can go on for 0 s to 30 days, as in 1h.");
        }
        String text = Secret.fresh();
        Key rotated = change(() -> {
            AccessKeyEntity row = row(id);
            row.oldHash = overlap.isZero() ? null : row.keyHash;
            row.oldUntil = overlap.isZero() ? null : clock.instant().plus(overlap);
            row.keyHash = Secret.hash(text);
            return key(row);
        });
        return new Made(rotated, text);
    }

    /**
     * Changes what a key is for; null leaves a part as it is. Blocks.
     *
     * @throws NotFoundException where there is no such key
     */
    public Key change(long id, Role role, Instant expiresAt) {
        if (expiresAt != null) {
            checkExpiry(expiresAt);
        }
        return change(() -> {
            AccessKeyEntity row = row(id);
            row.role = role == null ? row.role : role.id();
            row.expiresAt = expiresAt == null ? row.expiresAt : expiresAt;
            return key(row);
        });
    }

    /**
     * Takes a key away; it opens nothing any more when this returns. Blocks.
     *
     * @throws NotFoundException where there is no such key
     */
    public void delete(long id) {
        change(() -> {
            AccessKeyEntity row = row(id);
            row.delete();
            return key(row);
        });
    }

    private <T> T change(java.util.concurrent.Callable<T> work) {
        T changed = QuarkusTransaction.requiringNew().call(work);
        load();
        return changed;
    }

    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void follow() {
        try {
            writeUse();
            load();
        } catch (RuntimeException e) {
            LOG.debugf(e, "The keys cannot be read again; going on with those in memory");
        }
    }

    private synchronized void load() {
        byHash = QuarkusTransaction.requiringNew().call(() -> {
            Map<String, Opening> all = new HashMap<>();
            for (AccessKeyEntity row : AccessKeyEntity.<AccessKeyEntity>listAll()) {
                Key key = key(row);
                if (row.oldHash != null) {
                    all.put(row.oldHash, new Opening(key, row.oldHash, earlier(row.oldUntil, row.expiresAt)));
                }
                all.put(row.keyHash, new Opening(key, row.keyHash, row.expiresAt));
            }
            return all;
        });
    }

    private void writeUse() {
        if (used.isEmpty()) {
            return;
        }
        Map<Long, Instant> noted = new HashMap<>(used);
        QuarkusTransaction.requiringNew()
                .run(() -> noted.forEach((id, at) -> AccessKeyEntity.update(
                        "usedAt = ?1 where id = ?2 and (usedAt is null or usedAt < ?1)", at, id)));
        noted.forEach(used::remove);
    }

    private static Instant earlier(Instant one, Instant other) {
        return other == null || one.isBefore(other) ? one : other;
    }

    private static AccessKeyEntity row(long id) {
        return AccessKeyEntity.<AccessKeyEntity>findByIdOptional(id)
                .orElseThrow(() -> new NotFoundException("There is no key " + id + "."));
    }

    private void checkExpiry(Instant expiresAt) {
        if (expiresAt != null && !expiresAt.isAfter(clock.instant())) {
            throw new InvalidException("A key that has expired already opens nothing: give a moment to come.");
        }
    }

    private static String checked(String name) {
        String text = name == null ? "" : name.strip();
        if (text.isEmpty() || text.length() > LONGEST_NAME) {
            throw new InvalidException("Give the key a name of up to " + LONGEST_NAME
                    + " characters that says who has it, as in `misp-production`.");
        }
        if (Actor.isTaken(text)) {
            throw new InvalidException(
                    "`" + text + "` stands for somebody else in the audit log: choose another name.");
        }
        return text;
    }

    private static Key key(AccessKeyEntity row) {
        return new Key(
                row.id,
                row.name,
                Role.of(row.role).orElse(Role.VIEWER),
                row.createdAt,
                row.expiresAt,
                row.usedAt,
                row.oldUntil);
    }
}
