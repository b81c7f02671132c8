package dev.sluice.http.live;

import dev.sluice.engine.Watcher.Head;
import io.vertx.core.Context;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Flow;
import java.util.function.Consumer;

/**
 * One who reads the stream: events wait here until the network takes them, and are skipped and counted where too many do.
 * Runs only put events down; they are sent on the reader's own event loop.
 */
final class LiveReader implements Flow.Subscription {
    private static final long MOST_CHARACTERS = 4_000_000;

    /**
     * Which runs are of interest; null stands for any.
     *
     * @param run a run and the branches it sends off
     */
    record Filter(Long workflow, String trigger, String run) {
        boolean matches(Head head) {
            return (workflow == null || workflow == head.source().workflowId())
                    && (trigger == null || trigger.equals(head.source().trigger()))
                    && (run == null || run.equals(head.runId()) || run.equals(head.parentId()));
        }
    }

    private final Filter filter;
    private final int mostWaiting;
    private final Context context;
    private final Flow.Subscriber<? super LiveEvent> subscriber;
    private final Consumer<LiveReader> left;
    private final Deque<LiveEvent> waiting = new ArrayDeque<>();
    private long characters;
    private long skipped;
    private long demand;
    private boolean sending;
    private volatile boolean over;

    LiveReader(
            Filter filter,
            int mostWaiting,
            Context context,
            Flow.Subscriber<? super LiveEvent> subscriber,
            Consumer<LiveReader> left) {
        this.filter = filter;
        this.mostWaiting = mostWaiting;
        this.context = context;
        this.subscriber = subscriber;
        this.left = left;
    }

    boolean wants(Head head) {
        return !over && filter.matches(head);
    }

    /** Tells an event some time soon, or skips it; false where it was skipped. Never blocks. */
    boolean tell(LiveEvent event) {
        synchronized (this) {
            if (over) {
                return true;
            }
            if (waiting.size() >= mostWaiting || characters + event.data().length() > MOST_CHARACTERS) {
                skipped++;
                return false;
            }
            if (skipped > 0) {
                add(LiveEvent.skipped(skipped));
                skipped = 0;
            }
            add(event);
        }
        send();
        return true;
    }

    /** A sign of life, where nothing else is on its way; also the moment to say what was skipped. */
    void tellAlive() {
        synchronized (this) {
            if (!waiting.isEmpty()) {
                return;
            }
        }
        tell(LiveEvent.ALIVE);
    }

    /** Tells nothing more. */
    void end() {
        cancel();
        context.runOnContext(ignored -> subscriber.onComplete());
    }

    private void add(LiveEvent event) {
        waiting.add(event);
        characters += event.data().length();
    }

    private void send() {
        synchronized (this) {
            if (sending || demand == 0 || waiting.isEmpty()) {
                return;
            }
            sending = true;
        }
        context.runOnContext(ignored -> drain());
    }

    private void drain() {
        for (LiveEvent next = next(); next != null; next = next()) {
            subscriber.onNext(next);
        }
    }

    private synchronized LiveEvent next() {
        if (over || demand == 0 || waiting.isEmpty()) {
            sending = false;
            return null;
        }
        demand--;
        LiveEvent next = waiting.poll();
        characters -= next.data().length();
        return next;
    }

    @Override
    public void request(long more) {
        synchronized (this) {
            demand = demand + more < 0 ? Long.MAX_VALUE : demand + more;
        }
        send();
    }

    @Override
    public void cancel() {
        boolean leaves;
        synchronized (this) {
            leaves = !over;
            over = true;
            waiting.clear();
        }
        if (leaves) {
            left.accept(this);
        }
    }
}
