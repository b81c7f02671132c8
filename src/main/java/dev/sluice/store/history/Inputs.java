package dev.sluice.store.history;

import dev.sluice.engine.Outcome;
import dev.sluice.engine.Run;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Decides of which runs the input is kept. */
final class Inputs {
    private final HistoryConfig.Which which;
    private final long limit;
    private final long perSecond;
    private final LongSupplier nanoTime;

    /** How many bytes may come now; no more are saved up than for two seconds. */
    private long room;

    private long filledAtNanos;

    Inputs(HistoryConfig.Input config, LongSupplier nanoTime) {
        which = config.of();
        limit = config.limit().asLongValue();
        perSecond = config.perSecond().asLongValue();
        this.nanoTime = nanoTime;
        room = 2 * perSecond;
        filledAtNanos = nanoTime.getAsLong();
    }

    /** The input of a run that waits to be written takes memory, so one that is not wanted is let go at once. */
    Kept admit(Run run, byte[] input) {
        String refusal = refusal(run, input);
        return new Kept(run, refusal == null ? input : null, refusal);
    }

    private String refusal(Run run, byte[] input) {
        if (input == null) {
            return run.isBranch()
                    ? "It is a branch; its run " + run.parentId() + " can be repeated."
                    : "It had no input of its own.";
        }
        if (which == HistoryConfig.Which.NONE
                || which == HistoryConfig.Which.PROBLEMS && run.outcome() == Outcome.SUCCESS) {
            return "Inputs of such runs are not kept (sluice.history.input.of).";
        }
        if (input.length > limit) {
            return "The input has " + input.length + " bytes, more than the " + limit
                    + " that are kept (sluice.history.input.limit).";
        }
        return hasRoom(input.length)
                ? null
                : "There were too many runs just then to keep the input of each (sluice.history.input.per-second).";
    }

    private synchronized boolean hasRoom(int bytes) {
        long now = nanoTime.getAsLong();
        long passedMicros = TimeUnit.NANOSECONDS.toMicros(now - filledAtNanos);
        if (passedMicros > 1_000) {
            room = Math.min(2 * perSecond, room + (long) (perSecond * (passedMicros / 1e6)));
            filledAtNanos = now;
        }
        if (room <= 0) {
            return false;
        }
        room -= bytes;
        return true;
    }
}
