package dev.sluice.store.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How many runs of each trigger began in each of the last hours, by outcome. Hours long past are counted once and
 * remembered; those that were not, or hardly, over when they were counted are counted anew, the more seldom the longer
 * that takes.
 */
@ApplicationScoped
public class RunHours {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int PATIENCE = 30;

    /** How many hours can be asked for: a week. */
    public static final int MOST_HOURS = 24 * 7;

    /** Runs of one trigger that began in one hour. */
    public record Counts(long success, long blocked, long failure, long skipped) {
        static final Counts NONE = new Counts(0, 0, 0, 0);

        private Counts with(String outcome, long count) {
            return switch (outcome) {
                case "success" -> new Counts(count, blocked, failure, skipped);
                case "blocked" -> new Counts(success, count, failure, skipped);
                case "failure" -> new Counts(success, blocked, count, skipped);
                default -> new Counts(success, blocked, failure, count);
            };
        }
    }

    private final EntityManager entities;
    private final Clock clock;
    private final Map<Instant, Map<String, Counts>> known = new TreeMap<>();
    private Instant looked = Instant.EPOCH;
    private Instant fresh = Instant.EPOCH;

    @Inject
    RunHours(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** By trigger, a list of as many hours as asked for (up to {@value #MOST_HOURS}), the present one last. Blocks. */
    @Transactional
    public synchronized Map<String, List<Counts>> last(int hours) {
        int asked = Math.max(1, Math.min(hours, MOST_HOURS));
        Instant now = clock.instant();
        Instant present = now.truncatedTo(ChronoUnit.HOURS);
        if (fresh.isBefore(now)) {
            long begun = System.nanoTime();
            Instant unsettled = looked.truncatedTo(ChronoUnit.HOURS).minus(1, ChronoUnit.HOURS);
            known.keySet().removeIf(it -> !it.isBefore(unsettled));
            looked = now;
            count(present, asked);
            Duration took = Duration.ofNanos(System.nanoTime() - begun).multipliedBy(PATIENCE);
            fresh = now.plus(took.compareTo(SOON) > 0 ? took : SOON);
        }
        count(present, asked);
        known.keySet().removeIf(it -> it.isBefore(present.minus(MOST_HOURS, ChronoUnit.HOURS)));
        return byTrigger(present, asked);
    }

    private void count(Instant present, int hours) {
        for (int i = 0; i < hours; i++) {
            Instant hour = present.minus(i, ChronoUnit.HOURS);
            known.computeIfAbsent(hour, this::counted);
        }
    }

    private Map<String, Counts> counted(Instant hour) {
        Map<String, Counts> counts = new HashMap<>();
        List<Object[]> rows = entities.createQuery(
                        "select triggerId, outcome, count(*) from RunEntity where id >= :from and id < :to"
                                + " group by triggerId, outcome",
                        Object[].class)
                .setParameter("from", Conditions.earliest(hour))
                .setParameter("to", Conditions.earliest(hour.plus(1, ChronoUnit.HOURS)))
                .getResultList();
        for (Object[] row : rows) {
            counts.merge(
                    (String) row[0],
                    Counts.NONE.with((String) row[1], (Long) row[2]),
                    (a, b) -> a.with((String) row[1], (Long) row[2]));
        }
        return counts;
    }

    private Map<String, List<Counts>> byTrigger(Instant present, int hours) {
        Set<String> triggers = new TreeSet<>();
        for (int i = 0; i < hours; i++) {
            triggers.addAll(known.get(present.minus(i, ChronoUnit.HOURS)).keySet());
        }
        Map<String, List<Counts>> all = new TreeMap<>();
        for (String trigger : triggers) {
            List<Counts> counts = new ArrayList<>(hours);
            for (int i = hours - 1; i >= 0; i--) {
                counts.add(known.get(present.minus(i, ChronoUnit.HOURS)).getOrDefault(trigger, Counts.NONE));
            }
            all.put(trigger, counts);
        }
        return all;
    }
}
