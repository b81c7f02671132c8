package dev.sluice.engine;

import dev.sluice.engine.Plan.Stop;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Waits for an action, or for what a fork sends off to be kept, without holding a thread, and finds out whether there was anything to wait for. */
final class Wait {
    private static final int UNDECIDED = 0;
    private static final int ANSWERED = 1;
    private static final int WAITING = 2;

    private final AtomicInteger state = new AtomicInteger(UNDECIDED);
    private final Trail trail;
    private final Runnable goOn;
    private Runnable handling;

    /** @param goOn carries the walk on, on the thread of an answer that was waited for */
    Wait(Trail trail, Runnable goOn) {
        this.trail = trail;
        this.goOn = goOn;
    }

    /** Whether the answer was there at once, and is dealt with. */
    <T> boolean began(Stop stop, Uni<T> answer, long begun, Consumer<T> answered, Consumer<Throwable> failed) {
        Cancellable waiting = answer.subscribe()
                .with(it -> arrived(() -> answered.accept(it)), failure -> arrived(() -> failed.accept(failure)));
        trail.waitsFor(stop, waiting, begun);
        if (state.compareAndSet(UNDECIDED, WAITING)) {
            return false;
        }
        resume();
        return true;
    }

    private void arrived(Runnable whatToDo) {
        handling = whatToDo;
        if (!state.compareAndSet(UNDECIDED, ANSWERED)) {
            resume();
            goOn.run();
        }
    }

    private void resume() {
        if (trail.waitIsOver()) {
            handling.run();
        }
    }
}
