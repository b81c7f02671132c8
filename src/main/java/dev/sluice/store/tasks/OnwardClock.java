package dev.sluice.store.tasks;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A clock that is never put back: where the one behind it is, it goes on at half the speed until that has caught up. Who
 * waits until a moment, as db-scheduler does between two looks and between two heartbeats, would else wait as much longer.
 */
final class OnwardClock extends Clock {
    private final Clock clock;
    private Instant last = Instant.MIN;
    private long nanos;

    OnwardClock(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Instant instant() {
        Instant time = clock.instant();
        long now = System.nanoTime();
        last = time.isBefore(last) ? last.plusNanos((now - nanos) / 2) : time;
        nanos = now;
        return last;
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new OnwardClock(clock.withZone(zone));
    }
}
