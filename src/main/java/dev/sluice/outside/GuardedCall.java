package dev.sluice.outside;

import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.enterprise.util.TypeLiteral;
import java.util.concurrent.CancellationException;
import java.util.function.ToIntFunction;

/**
 * A call on its way through a guard, which knows exceptions only and passes no cancellation on. So an answer that tells
 * of a failure of the host becomes an exception inside and an answer again outside, and who loses interest ends the call
 * itself: its connection is closed, and it counts as no failure.
 */
final class GuardedCall<T> {
    private final Uni<T> call;
    private final ToIntFunction<T> status;
    private final UniEmitter<? super T> answered;
    private Runnable end = () -> {};
    private boolean over;

    GuardedCall(Uni<T> call, ToIntFunction<T> status, UniEmitter<? super T> answered) {
        this.call = call;
        this.status = status;
        this.answered = answered;
    }

    /** Whether it is the host that failed, not the request: one too large an answer is an answer. */
    static boolean isFailureOfHost(Throwable failure) {
        return failure instanceof ServerError || failure instanceof OutsideException outside && !outside.isAnswered();
    }

    void through(Guard guard) {
        answered.onTermination(this::end);
        guard.get(() -> Uni.createFrom().<T>emitter(this::begin), new TypeLiteral<Uni<T>>() {})
                .subscribe()
                .with(answered::complete, this::failed);
    }

    private void begin(UniEmitter<? super T> inside) {
        synchronized (this) {
            if (over) {
                inside.fail(new CancellationException());
                return;
            }
        }
        Cancellable sent = call.subscribe()
                .with(
                        answer -> {
                            if (status.applyAsInt(answer) >= 500) {
                                inside.fail(new ServerError(answer));
                            } else {
                                inside.complete(answer);
                            }
                        },
                        inside::fail);
        synchronized (this) {
            end = () -> {
                sent.cancel();
                inside.fail(new CancellationException());
            };
            if (!over) {
                return;
            }
        }
        end.run();
    }

    /** The answer is there, or nobody waits for it any more. */
    private void end() {
        Runnable ending;
        synchronized (this) {
            over = true;
            ending = end;
        }
        ending.run();
    }

    @SuppressWarnings("unchecked") // begin() made it of an answer
    private void failed(Throwable failure) {
        if (failure instanceof ServerError error) {
            answered.complete((T) error.answer);
        } else {
            answered.fail(failure);
        }
    }

    /** Carries an answer past the guard. */
    private static final class ServerError extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Object answer;

        ServerError(Object answer) {
            super(null, null, false, false);
            this.answer = answer;
        }
    }
}
