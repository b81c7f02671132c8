package dev.sluice.outside.misp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.module.Occasion;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OwnWritesTest {
    private static final String EVENT = "55555555-0000-4000-8000-000000000001";

    private long now = 1_000;
    private final OwnWrites own = new OwnWrites(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochSecond(now);
        }
    });

    @Test
    void what_comes_while_we_write_is_an_echo_of_that_depth() {
        CompletableFuture<String> answer = new CompletableFuture<>();
        var write = own.during(3, List.of(EVENT), () -> Uni.createFrom().completionStage(answer))
                .subscribeAsCompletionStage();

        assertThat(own.depth(EVENT, -1)).isEqualTo(3);
        assertThat(own.depth("another", -1)).isZero();

        answer.complete("done");
        write.join();
        assertThat(own.depth(EVENT, -1)).isZero();
    }

    @Test
    void what_comes_later_is_an_echo_if_it_changed_while_we_wrote() {
        write(2);

        now = 1_100;
        assertThat(own.depth(EVENT, 1_000)).isEqualTo(2);
        assertThat(own.depth(EVENT, 1_001)).as("somebody else's change").isZero();
        assertThat(own.depth(EVENT, 999)).isZero();
    }

    @Test
    void what_bears_no_time_is_an_echo_for_a_minute() {
        write(2);

        now = 1_060;
        assertThat(own.lately(EVENT)).isEqualTo(2);
        now = 1_061;
        assertThat(own.lately(EVENT)).isZero();
    }

    @Test
    void a_write_that_failed_is_remembered_too() {
        own.during(1, List.of(EVENT), () -> Uni.createFrom().<String>failure(new IllegalStateException("no")))
                .onFailure()
                .recoverWithNull()
                .await()
                .indefinitely();

        assertThat(own.depth(EVENT, 1_000)).isEqualTo(1);
    }

    @Test
    void it_is_forgotten_after_ten_minutes() {
        write(1);

        now = 1_601;
        assertThat(own.depth(EVENT, 1_000)).isZero();
    }

    @Test
    void it_keeps_the_last_ten_thousand_things_only() {
        write(1);
        for (int i = 0; i < 10_000; i++) {
            own.during(1, List.of("thing " + i), () -> Uni.createFrom().item(1))
                    .await()
                    .indefinitely();
        }

        assertThat(own.depth(EVENT, 1_000)).isZero();
        assertThat(own.depth("thing 9999", 1_000)).isEqualTo(1);
    }

    @Test
    void it_counts_the_runs_of_a_workflow_that_changed_a_thing_within_a_minute() {
        noted(7, "one");
        noted(7, "one");
        noted(7, "two");
        noted(8, "three");

        assertThat(own.runs(7, EVENT)).isEqualTo(2);
        assertThat(own.runs(7, "another")).isZero();
        now += 60;
        assertThat(own.runs(7, EVENT)).isZero();
    }

    @Test
    void it_counts_for_the_last_ten_thousand_things_only() {
        noted(7, "one");
        for (int i = 0; i < 10_000; i++) {
            own.note(new Occasion("run", 7, "w", "t", 0), List.of("thing " + i));
        }

        assertThat(own.runs(7, EVENT)).isZero();
        assertThat(own.runs(7, "thing 9999")).isEqualTo(1);
    }

    private void noted(long workflow, String run) {
        own.note(new Occasion(run, workflow, "w", "t", 0), List.of(EVENT));
    }

    private void write(int depth) {
        own.during(depth, List.of(EVENT), () -> Uni.createFrom().item("done"))
                .await()
                .indefinitely();
    }
}
