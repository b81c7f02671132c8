package dev.sluice.store.schedules;

import java.util.Map;

/**
 * What a user says of a schedule; of a change null leaves what was, of a new one it means the default.
 *
 * @param trigger id of a trigger that exists
 * @param cron see {@link CronTimes}
 * @param zone as {@code Europe/Paris}; UTC if nothing else is said
 * @param data with which the trigger is fired; an empty object if nothing else is said
 * @param enabled on if nothing else is said
 */
public record ScheduleChange(String trigger, String cron, String zone, Map<String, Object> data, Boolean enabled) {}
