package dev.sluice.store.history;

import dev.sluice.engine.ExecutionLog;
import dev.sluice.engine.Run;
import java.util.List;
import java.util.UUID;

/**
 * A run ready to be written, with what the log says of it.
 *
 * @param log the entries that are not start and end, as in {@link LogText}; null where there are none
 * @param part what goes into its block
 */
record Logged(
        Run run,
        UUID id,
        List<ExecutionLog.Entry> entries,
        short infos,
        short errors,
        short debugs,
        String log,
        Block.Part part) {

    static Logged of(Kept kept, Redaction redaction) {
        Run run = kept.run();
        List<ExecutionLog.Entry> entries = ExecutionLog.of(run);
        byte[] input = kept.input() == null ? null : redaction.clean(kept.input());
        return new Logged(
                run,
                UUID.fromString(run.id()),
                entries,
                count(entries, ExecutionLog.Level.INFO),
                count(entries, ExecutionLog.Level.ERROR),
                count(entries, ExecutionLog.Level.DEBUG),
                LogText.write(run.startedAt(), entries),
                new Block.Part(Details.write(run, kept.noInput(), redaction), input));
    }

    private static short count(List<ExecutionLog.Entry> entries, ExecutionLog.Level level) {
        int count = 0;
        for (ExecutionLog.Entry entry : entries) {
            if (entry.level() == level && count < Short.MAX_VALUE) {
                count++;
            }
        }
        return (short) count;
    }
}
