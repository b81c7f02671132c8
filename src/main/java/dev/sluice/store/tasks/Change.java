package dev.sluice.store.tasks;

import dev.sluice.store.IdempotencyKeys;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Something to be written about tasks. What comes of it is told once it is committed. */
sealed interface Change {
    /** A task that this process was given to run; the number tells whether it was taken away since. */
    record Hold(UUID id, long number) {}

    /** Bytes that it keeps in memory until it is written. */
    default int size() {
        return 0;
    }

    /** It will not be written. */
    void fail(Throwable cause);

    /**
     * New tasks that share their data.
     *
     * @param key the caller's idempotency key, or null; where it was used before nothing is stored and what it says is told,
     *     else null is
     */
    record Take(
            List<StoredTask> tasks,
            Packed data,
            IdempotencyKeys.Request key,
            CompletableFuture<IdempotencyKeys.Claim> done)
            implements Change {
        @Override
        public int size() {
            return data.size();
        }

        @Override
        public void fail(Throwable cause) {
            done.completeExceptionally(cause);
        }
    }

    /** What became of a task that was held. Tells whether it still was. */
    sealed interface Outcome extends Change {
        Hold hold();

        CompletableFuture<Boolean> done();

        @Override
        default void fail(Throwable cause) {
            done().completeExceptionally(cause);
        }
    }

    /** It did what it was to do; {@code forked} where it may have sent off others. */
    record End(Hold hold, StoredTask task, boolean forked, CompletableFuture<Boolean> done) implements Outcome {}

    /** It failed and is tried again. */
    record Later(Hold hold, Instant due, String error, CompletableFuture<Boolean> done) implements Outcome {}

    /** It failed for good. */
    record Bury(Hold hold, String error, CompletableFuture<Boolean> done) implements Outcome {}

    /** It was broken off, and is run again at once by whoever can. */
    record Free(Hold hold, CompletableFuture<Boolean> done) implements Outcome {}
}
