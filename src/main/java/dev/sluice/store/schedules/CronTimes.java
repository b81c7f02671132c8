package dev.sluice.store.schedules;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import dev.sluice.store.InvalidException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;

/**
 * The times that a cron expression names in a time zone. Five fields are read as cron does, six or seven as Quartz does,
 * with seconds first; {@code @daily} and its like are known.
 *
 * <p>Where clocks are put back, a time that comes twice counts once; where they are put forward, one that is left out
 * counts as much later. Only what goes by every hour ({@code *} or {@code *}{@code /n}) follows the hours that pass.
 */
final class CronTimes {
    private static final Map<String, String> NICKNAMES = Map.of(
            "@hourly", "0 * * * *",
            "@daily", "0 0 * * *",
            "@midnight", "0 0 * * *",
            "@weekly", "0 0 * * 0",
            "@monthly", "0 0 1 * *",
            "@yearly", "0 0 1 1 *",
            "@annually", "0 0 1 1 *");
    private static final CronParser UNIX = parser(CronType.UNIX);
    private static final CronParser QUARTZ = parser(CronType.QUARTZ);

    private final ExecutionTime times;
    private final ZoneId zone;
    private final boolean hourly;

    private CronTimes(ExecutionTime times, ZoneId zone, boolean hourly) {
        this.times = times;
        this.zone = zone;
        this.hourly = hourly;
    }

    /** @throws InvalidException with a sentence where there is no such zone or the expression is none */
    static CronTimes of(String cron, String zone) {
        String text = cron.strip();
        String[] fields = NICKNAMES.getOrDefault(text, text).split("\\s+");
        boolean quartz = fields.length > 5;
        if (quartz) {
            askOneDayOnly(fields);
        }
        try {
            Cron parsed =
                    (quartz ? QUARTZ : UNIX).parse(String.join(" ", fields)).validate();
            boolean hourly = fields[quartz ? 2 : 1].startsWith("*");
            return new CronTimes(ExecutionTime.forCron(parsed), zone(zone), hourly);
        } catch (IllegalArgumentException e) {
            String why = String.valueOf(e.getMessage()).replaceFirst("^Failed to parse cron expression\\. ", "");
            throw new InvalidException("`" + text + "` is no cron expression: " + why.replaceFirst("\\.$", "")
                    + ". Write minute, hour, day of month, month and day of week, as in `30 6 * * 1-5`.");
        }
    }

    private static ZoneId zone(String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new InvalidException("There is no time zone `" + zone + "`; write one like Europe/Paris, or UTC.");
        }
    }

    /** Quartz wants a question mark for one of the two kinds of day, which nobody remembers. */
    private static void askOneDayOnly(String[] fields) {
        if (fields[3].equals("?") || fields[5].equals("?")) {
            return;
        }
        if (fields[5].equals("*")) {
            fields[5] = "?";
        } else if (fields[3].equals("*")) {
            fields[3] = "?";
        }
    }

    private static CronParser parser(CronType type) {
        return new CronParser(CronDefinitionBuilder.instanceDefinitionFor(type));
    }

    /** The first time after that moment; empty where there is none. */
    Optional<Instant> after(Instant moment) {
        if (hourly) {
            return times.nextExecution(moment.atZone(zone)).map(ZonedDateTime::toInstant);
        }
        // What the clock on the wall says, as if it were never put forward or back.
        ZonedDateTime wall = moment.atZone(zone).toLocalDateTime().atZone(ZoneOffset.UTC);
        while (true) {
            Optional<ZonedDateTime> next = times.nextExecution(wall);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            wall = next.get();
            Instant time = wall.toLocalDateTime().atZone(zone).toInstant();
            if (time.isAfter(moment)) {
                return Optional.of(time);
            }
        }
    }
}
