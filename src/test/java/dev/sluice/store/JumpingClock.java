package dev.sluice.store;

import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of the program under test, which goes right unless a test sets it. */
@Mock
@Singleton
public class JumpingClock extends Clock {
    private volatile Duration ahead = Duration.ZERO;

    /** Sets it that far ahead of the right time, or behind it. */
    public void set(Duration ahead) {
        this.ahead = ahead;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
