package dev.sluice.store.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(60)
class BufferTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Buffer buffer = new Buffer(10, 3, Duration.ofHours(1), nanos::get);

    @Test
    void a_run_that_waited_long_enough_while_others_were_written_is_taken_at_once() throws InterruptedException {
        Kept run = added();
        nanos.addAndGet(Duration.ofHours(1).toNanos());

        assertThat(buffer.take()).containsExactly(run);
    }

    @Test
    void what_is_left_of_a_full_batch_has_waited_as_long_as_it_did() throws InterruptedException {
        added();
        added();
        added();
        Kept left = added();
        assertThat(buffer.take()).hasSize(3).doesNotContain(left);
        nanos.addAndGet(Duration.ofHours(1).toNanos());

        assertThat(buffer.take()).containsExactly(left);
    }

    private Kept added() {
        Kept run = new Kept(Runs.of("event-publish", 1), null, "");
        assertThat(buffer.add(run)).isTrue();
        return run;
    }
}
