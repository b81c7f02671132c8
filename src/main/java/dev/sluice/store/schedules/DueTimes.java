package dev.sluice.store.schedules;

import dev.sluice.store.InvalidException;
import dev.sluice.store.db.ScheduleEntity;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Which schedules are due, each time given to one process only: who moves {@code next_due} on has it. It is moved before
 * anything runs, so a process that dies in between has a time left out rather than kept twice. A time is never moved
 * back, so neither does a clock that is.
 */
@ApplicationScoped
public class DueTimes {
    private static final Logger LOG = Logger.getLogger(DueTimes.class);
    private static final int AT_ONCE = 200;

    /** A schedule and the time of it that is to be kept now. */
    public record Due(ScheduleRow schedule, Instant at) {}

    private final Clock clock;
    private final Duration late;

    @Inject
    DueTimes(Clock clock, SchedulesConfig config) {
        this(clock, config.late());
    }

    DueTimes(Clock clock, Duration late) {
        this.clock = clock;
        this.late = late;
    }

    /** For the client proxy only. */
    protected DueTimes() {
        this(null, Duration.ZERO);
    }

    /**
     * Hands over what is due by now and was claimed by nobody else, each as soon as it is claimed: it is the taker's to do.
     * Blocks.
     */
    public void claim(Consumer<Due> taker) {
        Instant now = clock.instant();
        List<ScheduleRow> found = QuarkusTransaction.requiringNew()
                .call(() ->
                        ScheduleEntity.<ScheduleEntity>find("nextDue <= ?1 order by nextDue, id", now)
                                .range(0, AT_ONCE - 1)
                                .stream()
                                .map(ScheduleRow::of)
                                .toList());
        found.forEach(schedule -> claim(schedule, now, taker));
    }

    private void claim(ScheduleRow schedule, Instant now, Consumer<Due> taker) {
        CronTimes times;
        try {
            times = CronTimes.of(schedule.cron(), schedule.zone());
        } catch (InvalidException e) {
            move(schedule, schedule.nextDue(), null, e.getMessage());
            return;
        }
        Instant next = times.after(now).orElse(null);
        Instant due = schedule.nextDue();
        if (due.isBefore(now.minus(late))) {
            due = times.after(now.minus(late)).filter(it -> !it.isAfter(now)).orElse(null);
        }
        if (due != null) {
            if (move(schedule, due, next, null)) {
                taker.accept(new Due(schedule, due));
            }
            return;
        }
        String missed = "Nobody was there to fire `" + schedule.trigger() + "` when it was due at "
                + schedule.nextDue() + ", longer ago than the " + shown(late)
                + " it may be late (sluice.schedules.late): skipped.";
        if (move(schedule, schedule.nextDue(), next, missed)) {
            LOG.warnf("Schedule %d: %s", schedule.id(), missed);
        }
    }

    /** Whether it was this process that did. The row is as it was found, or it is somebody else's now. */
    private static boolean move(ScheduleRow schedule, Instant due, Instant next, String problem) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ScheduleEntity.update(
                                "nextDue = ?1, lastDue = ?2, lastRunId = null, lastProblem = ?3 where id = ?4 and nextDue = ?5",
                                next,
                                due,
                                problem,
                                schedule.id(),
                                schedule.nextDue())
                        == 1);
    }

    /** Keeps which run a time led to. Blocks. */
    public void ran(Due due, String runId) {
        keep(due, "lastRunId = ?1, lastProblem = null", runId);
    }

    /** Keeps why a time led to no run, a sentence. Blocks. */
    public void failed(Due due, String problem) {
        LOG.warnf(
                "Schedule %d did not fire `%s`: %s",
                due.schedule().id(), due.schedule().trigger(), problem);
        keep(due, "lastProblem = ?1", problem);
    }

    private static void keep(Due due, String what, String value) {
        QuarkusTransaction.requiringNew()
                .run(() -> ScheduleEntity.update(
                        what + " where id = ?2 and lastDue = ?3",
                        value,
                        due.schedule().id(),
                        due.at()));
    }

    private static String shown(Duration time) {
        long seconds = time.toSeconds();
        return seconds > 0 && seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
    }
}
