package dev.sluice.engine;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** The moment until which somebody waits for an answer. */
record Deadline(Duration length, long atNanos) {
    private static final Deadline NONE = new Deadline(null, 0);

    /** From now on; null for a run nobody waits for. */
    static Deadline in(Duration length) {
        return length == null ? NONE : new Deadline(length, System.nanoTime() + length.toNanos());
    }

    boolean hasPassed() {
        return length != null && System.nanoTime() - atNanos > 0;
    }

    /**
     * The pipeline's answer, or, once the deadline has passed, what is concluded without it. Most runs are over before
     * this has to set an alarm; a timer for each of them would cost more than they do.
     *
     * @param endings gets, as long as there is no answer, what concludes without it
     */
    <T> Uni<T> bound(Uni<T> pipeline, Supplier<T> conclusion, Set<Runnable> endings) {
        if (length == null) {
            return pipeline;
        }
        return Uni.createFrom().emitter(emitter -> {
            AtomicBoolean done = new AtomicBoolean();
            Cancellable running = pipeline.subscribe()
                    .with(
                            item -> {
                                done.set(true);
                                emitter.complete(item);
                            },
                            failure -> {
                                done.set(true);
                                emitter.fail(failure);
                            });
            if (done.get()) {
                return;
            }
            Runnable ending = () -> {
                emitter.complete(conclusion.get());
                running.cancel();
            };
            endings.add(ending);
            Future<?> alarm = Infrastructure.getDefaultWorkerPool()
                    .schedule(ending, Math.max(0, atNanos - System.nanoTime()), TimeUnit.NANOSECONDS);
            emitter.onTermination(() -> {
                endings.remove(ending);
                alarm.cancel(false);
            });
            if (done.get()) {
                endings.remove(ending);
            }
        });
    }
}
