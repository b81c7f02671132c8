package dev.sluice.store.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.store.JumpingClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OnwardClockTest {
    private final JumpingClock behind = new JumpingClock();
    private final OnwardClock clock = new OnwardClock(behind);

    @Test
    void it_follows_a_clock_that_is_put_forward() {
        behind.set(Duration.ofHours(1));

        assertThat(clock.instant()).isAfter(Instant.now().plus(Duration.ofMinutes(59)));
    }

    @Test
    void it_goes_on_where_the_clock_is_put_back() {
        Instant before = clock.instant();
        behind.set(Duration.ofHours(-1));

        assertThat(clock.instant()).isAfterOrEqualTo(before);
        await().until(() -> clock.instant().isAfter(before.plusMillis(50)));
    }

    @Test
    void it_goes_right_once_the_clock_has_caught_up() {
        clock.instant();
        behind.set(Duration.ofMillis(-50));

        await().until(() -> !clock.instant().isAfter(behind.instant()));
    }
}
