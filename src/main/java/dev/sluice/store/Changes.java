package dev.sluice.store;

import dev.sluice.module.Modules;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.function.Supplier;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.logging.Logger;

/**
 * Every change of what processes keep in memory goes through here, one after the other: it counts in the database, in
 * the same transaction, so that asking for one number tells a process whether it has to read again.
 */
@ApplicationScoped
class Changes {
    private static final Logger LOG = Logger.getLogger(Changes.class);

    private final EntityManager entities;
    private final NamedTriggers namedTriggers;
    private final TriggerSettings triggerSettings;
    private final StoredSwitches switches;
    private final Listening listening;
    private final Modules modules;
    private long seen = -1;
    private int seenOffers;
    private boolean failing;
    private volatile boolean ending;

    @Inject
    Changes(
            EntityManager entities,
            NamedTriggers namedTriggers,
            TriggerSettings triggerSettings,
            StoredSwitches switches,
            Listening listening,
            Modules modules) {
        this.entities = entities;
        this.namedTriggers = namedTriggers;
        this.triggerSettings = triggerSettings;
        this.switches = switches;
        this.listening = listening;
        this.modules = modules;
    }

    /**
     * Does the work in a transaction of its own, and has it in effect in this process when it returns. Works of several
     * callers, and of several processes, never overlap: the counter's row is the lock.
     */
    <T> T make(Supplier<T> work) {
        T result;
        try {
            result = QuarkusTransaction.requiringNew().call(() -> {
                entities.createNativeQuery("update change_count set number = number + 1 where id = 1")
                        .executeUpdate();
                T made = work.get();
                entities.flush();
                return made;
            });
        } catch (ConstraintViolationException e) {
            LOG.debug("A change clashed", e);
            throw new ConflictException(
                    "Somebody else changed the same thing at the same moment: load it again and repeat your change.");
        }
        follow();
        return result;
    }

    void start(@Observes StartupEvent event) {
        follow();
        modules.whenOffered(this::followOthers);
    }

    void stop(@Observes ShutdownEvent event) {
        ending = true;
    }

    @Scheduled(
            every = "${sluice.refresh.every:5s}",
            delayed = "${sluice.refresh.every:5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void followOthers() {
        try {
            follow();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing && !ending) {
                LOG.warnf("Cannot ask the database for changes; going on with what is in memory: %s", e.getMessage());
            }
            failing = true;
        }
    }

    /** Reads again if anything changed. The number is read first: what changes meanwhile is found the next time. */
    private synchronized void follow() {
        QuarkusTransaction.requiringNew().run(() -> {
            long number = ((Number) entities.createNativeQuery("select number from change_count where id = 1")
                            .getSingleResult())
                    .longValue();
            int offers = modules.offers();
            if (number != seen || offers != seenOffers) {
                boolean othersDeclared = namedTriggers.load();
                triggerSettings.load();
                switches.load();
                listening.load(othersDeclared || offers != seenOffers);
                seen = number;
                seenOffers = offers;
            }
        });
    }
}
