package dev.sluice.store.history;

import dev.sluice.engine.ExecutionLog;
import dev.sluice.engine.ExecutionLog.Entry;
import dev.sluice.engine.ExecutionLog.Level;
import dev.sluice.payload.Json;
import dev.sluice.store.db.RunEntity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The log entries of a run as they are kept in its row: start and end, which every run has alike, by their number only,
 * the others as JSON text, each {@code [level, nanoseconds since the start, message]}.
 */
final class LogText {
    private LogText() {}

    /** The entries that are not start and end; null where there are none. */
    static String write(Instant startedAt, List<Entry> entries) {
        List<Object> others = new ArrayList<>(0);
        for (Entry entry : entries) {
            if (entry.level() != Level.INFO) {
                others.add(List.of(
                        entry.level().name(),
                        java.time.Duration.between(startedAt, entry.at()).toNanos(),
                        entry.message()));
            }
        }
        return others.isEmpty() ? null : Json.write(others);
    }

    /** All entries of a run, in their order. */
    static List<LogRow> read(RunEntity run) {
        List<LogRow> rows = new ArrayList<>();
        if (run.logInfos > 0) {
            add(rows, run, run.startedAt, Level.INFO.name(), ExecutionLog.started(run.triggerId, run.workflowId));
        }
        if (run.log != null) {
            for (Object entry : (List<?>) Json.parse(run.log)) {
                List<?> parts = (List<?>) entry;
                add(rows, run, run.startedAt.plusNanos((Long) parts.get(1)), (String) parts.get(0), (String)
                        parts.get(2));
            }
        }
        if (run.logInfos > 1) {
            Instant end = run.startedAt.plusNanos(run.durationMicros * 1_000);
            add(rows, run, end, Level.INFO.name(), ExecutionLog.finished(run.triggerId, run.workflowId, run.outcome));
        }
        return rows;
    }

    private static void add(List<LogRow> rows, RunEntity run, Instant at, String level, String message) {
        rows.add(new LogRow(
                run.id + "/" + rows.size(), at, run.id.toString(), run.triggerId, run.workflowId, level, message));
    }
}
