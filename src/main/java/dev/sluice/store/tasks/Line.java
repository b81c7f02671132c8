package dev.sluice.store.tasks;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/**
 * The places of tasks in the line (start-time fair queueing): a task comes one place behind the last of its own trigger, or
 * behind the one that is being run where that is further on. So a trigger with very many tasks makes another wait for
 * about one of them. Places are microseconds after {@link #BEGIN}: whoever runs tasks takes the earliest, and long ago all of them.
 */
@Singleton
final class Line {
    static final Instant BEGIN = Instant.parse("2000-01-01T00:00:00Z");

    /** No place is later, no time of the clock earlier. */
    static final Instant END = Instant.parse("2020-01-01T00:00:00Z");

    private static final int MOST_TRIGGERS = 10_000;

    private final Map<String, Long> last = new HashMap<>();
    private long now;

    /** The place of a new task. */
    synchronized Instant place(String trigger) {
        long place = Math.max(now, last.getOrDefault(trigger, 0L)) + 1;
        last.put(trigger, place);
        if (last.size() > MOST_TRIGGERS) {
            last.values().removeIf(it -> it <= now);
        }
        return BEGIN.plus(place, ChronoUnit.MICROS);
    }

    /** A task of that place is being run, or is the next. */
    synchronized void reached(Instant place) {
        if (place.isBefore(END)) {
            now = Math.max(now, ChronoUnit.MICROS.between(BEGIN, place));
        }
    }

    /** A task of that trigger has that place already. */
    synchronized void taken(String trigger, Instant place) {
        if (place.isBefore(END)) {
            last.merge(trigger, ChronoUnit.MICROS.between(BEGIN, place), Math::max);
        }
    }
}
