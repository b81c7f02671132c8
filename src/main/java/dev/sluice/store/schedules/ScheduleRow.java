package dev.sluice.store.schedules;

import dev.sluice.payload.Json;
import dev.sluice.store.db.ScheduleEntity;
import java.time.Instant;

/**
 * A schedule.
 *
 * @param trigger id of the trigger that is fired
 * @param data JSON text of an object, with which it is fired
 * @param nextDue null where it is switched off or never due again
 * @param lastDue when it was last due; null where it never was
 * @param lastRunId the run of that time; null where there was none
 * @param lastProblem why there was none, a sentence, or null
 */
public record ScheduleRow(
        long id,
        String trigger,
        String cron,
        String zone,
        String data,
        boolean enabled,
        Instant nextDue,
        Instant lastDue,
        String lastRunId,
        String lastProblem,
        Instant createdAt,
        Instant updatedAt) {

    static ScheduleRow of(ScheduleEntity entity) {
        return new ScheduleRow(
                entity.id,
                entity.triggerId,
                entity.cron,
                entity.zone,
                entity.data,
                entity.enabled,
                entity.nextDue,
                entity.lastDue,
                entity.lastRunId,
                entity.lastProblem,
                entity.createdAt,
                entity.updatedAt);
    }

    /** The data as a tree; parsed at each call. */
    public Object tree() {
        return Json.parse(data);
    }
}
