package dev.sluice.store.schedules;

import dev.sluice.payload.Json;
import dev.sluice.store.InvalidException;
import dev.sluice.store.NotFoundException;
import dev.sluice.store.Page;
import dev.sluice.store.Paging;
import dev.sluice.store.db.ScheduleEntity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The schedules as users make them. Every method blocks. */
@ApplicationScoped
public class Schedules {
    /** How many there may be. */
    static final int MOST = 1_000;

    private static final int CRON_LENGTH = 191;
    private static final int DATA_LENGTH = 1 << 20;
    private static final Map<String, String> SORTS =
            Map.of("id", "id", "trigger", "triggerId", "next", "nextDue", "last", "lastDue");

    private final Clock clock;

    @Inject
    Schedules(Clock clock) {
        this.clock = clock;
    }

    /**
     * Schedules, by id if nothing else is said.
     *
     * @param trigger only those of this trigger; null for all
     * @throws InvalidException where the list cannot be sorted so
     */
    @Transactional
    public Page<ScheduleRow> list(String trigger, Paging paging) {
        String where = trigger == null ? "1 = 1" : "triggerId = :trigger";
        Map<String, Object> values = new HashMap<>();
        if (trigger != null) {
            values.put("trigger", trigger);
        }
        List<ScheduleRow> rows = ScheduleEntity.<ScheduleEntity>find(where + paging.order(SORTS, "id", "id"), values)
                .range(paging.offset(), paging.offset() + paging.size() - 1)
                .stream()
                .map(ScheduleRow::of)
                .toList();
        return new Page<>(rows, ScheduleEntity.count(where, values), paging.page(), paging.size());
    }

    /**
     * By its id.
     *
     * @throws NotFoundException where there is no such schedule
     */
    @Transactional
    public ScheduleRow get(long id) {
        ScheduleEntity schedule = ScheduleEntity.findById(id);
        if (schedule == null) {
            throw missing(id);
        }
        return ScheduleRow.of(schedule);
    }

    /**
     * Makes a new one, due for the first time after now.
     *
     * @throws InvalidException where trigger or cron expression are missing or anything else will not do
     */
    @Transactional
    public ScheduleRow create(ScheduleChange given) {
        if (given.trigger() == null || given.cron() == null) {
            throw new InvalidException("A schedule needs a `trigger` and a `cron` expression.");
        }
        if (ScheduleEntity.count() >= MOST) {
            throw new InvalidException("There are " + MOST + " schedules, which is the most. Delete one first.");
        }
        ScheduleEntity entity = new ScheduleEntity();
        entity.zone = "UTC";
        entity.data = "{}";
        entity.enabled = true;
        entity.createdAt = clock.instant();
        change(entity, given);
        entity.persist();
        return ScheduleRow.of(entity);
    }

    /**
     * Changes one. Where its times change, or it is switched on, it is due for the first time after now.
     *
     * @throws NotFoundException where there is no such schedule
     * @throws InvalidException where something will not do
     */
    @Transactional
    public ScheduleRow update(long id, ScheduleChange given) {
        ScheduleEntity entity = existing(id);
        change(entity, given);
        return ScheduleRow.of(entity);
    }

    /**
     * Deletes one; what it started stays in the history.
     *
     * @throws NotFoundException where there is no such schedule
     */
    @Transactional
    public void delete(long id) {
        existing(id).delete();
    }

    private void change(ScheduleEntity entity, ScheduleChange given) {
        String cron = given.cron() == null ? entity.cron : given.cron().strip();
        String zone = given.zone() == null ? entity.zone : given.zone().strip();
        boolean enabled = given.enabled() == null ? entity.enabled : given.enabled();
        if (cron.length() > CRON_LENGTH) {
            throw new InvalidException("A cron expression may have " + CRON_LENGTH + " characters.");
        }
        CronTimes times = CronTimes.of(cron, zone);
        if (!enabled) {
            entity.nextDue = null;
        } else if (entity.nextDue == null || !cron.equals(entity.cron) || !Objects.equals(zone, entity.zone)) {
            entity.nextDue = next(times, cron);
        }
        if (given.data() != null) {
            entity.data = data(given.data());
        }
        entity.cron = cron;
        entity.zone = zone;
        entity.enabled = enabled;
        entity.triggerId = given.trigger() == null ? entity.triggerId : given.trigger();
        entity.updatedAt = clock.instant();
    }

    private Instant next(CronTimes times, String cron) {
        return times.after(clock.instant())
                .orElseThrow(() -> new InvalidException("`" + cron + "` names no time that is still to come."));
    }

    private static String data(Map<String, Object> given) {
        String text = Json.write(given);
        if (text.length() > DATA_LENGTH) {
            throw new InvalidException("The data of a schedule may have " + DATA_LENGTH + " characters as JSON, not "
                    + text.length() + ".");
        }
        return text;
    }

    private static ScheduleEntity existing(long id) {
        // Locked, so that a change never writes back a due time that was claimed meanwhile.
        ScheduleEntity schedule = ScheduleEntity.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (schedule == null) {
            throw missing(id);
        }
        return schedule;
    }

    private static NotFoundException missing(long id) {
        return new NotFoundException("There is no schedule " + id + ".");
    }
}
