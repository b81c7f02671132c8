package dev.sluice.store.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.engine.Outcome;
import dev.sluice.engine.Run;
import dev.sluice.store.history.RunHours.Counts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(60)
abstract class RunHoursPromises {
    private static final Instant HALF_PAST_TEN = Instant.parse("2026-03-01T10:30:00Z");

    @Inject
    History history;

    @Inject
    EntityManager entities;

    private final String trigger = "t" + UUID.randomUUID();
    private Instant now = HALF_PAST_TEN;
    private RunHours hours;

    @BeforeEach
    void begin() {
        InstantSource source = () -> now;
        hours = new RunHours(entities, source.withZone(ZoneOffset.UTC));
    }

    private void ran(Instant start, Outcome outcome) {
        Run run = Runs.at(start, trigger, 7, outcome, List.of(), "");
        history.add(run);
        assertThat(history.find(run.id())).isPresent();
    }

    private List<Counts> last(int hours) {
        return QuarkusTransaction.requiringNew()
                .call(() -> this.hours.last(hours))
                .getOrDefault(trigger, List.of());
    }

    @Test
    void runs_are_counted_in_the_hour_they_began_by_what_came_of_them() {
        ran(HALF_PAST_TEN, Outcome.SUCCESS);
        ran(HALF_PAST_TEN, Outcome.SUCCESS);
        ran(HALF_PAST_TEN, Outcome.BLOCKED);
        ran(HALF_PAST_TEN.minus(Duration.ofHours(1)), Outcome.FAILURE);
        ran(HALF_PAST_TEN.minus(Duration.ofHours(3)), Outcome.SKIPPED);

        assertThat(last(3)).containsExactly(Counts.NONE, new Counts(0, 0, 1, 0), new Counts(2, 1, 0, 0));
    }

    @Test
    void an_hour_ends_where_the_next_begins() {
        ran(Instant.parse("2026-03-01T09:59:59.999Z"), Outcome.SUCCESS);
        ran(Instant.parse("2026-03-01T10:00:00Z"), Outcome.BLOCKED);

        assertThat(last(2)).containsExactly(new Counts(1, 0, 0, 0), new Counts(0, 1, 0, 0));
    }

    @Test
    void an_hour_that_was_not_over_when_it_was_counted_is_counted_anew_however_late_somebody_looks_again() {
        ran(HALF_PAST_TEN, Outcome.SUCCESS);
        assertThat(last(1)).containsExactly(new Counts(1, 0, 0, 0));

        ran(HALF_PAST_TEN.plus(Duration.ofMinutes(20)), Outcome.SUCCESS);
        now = HALF_PAST_TEN.plus(Duration.ofHours(5));

        assertThat(last(6)).startsWith(new Counts(2, 0, 0, 0));
    }

    @Test
    void what_was_counted_a_moment_ago_is_not_counted_again() {
        ran(HALF_PAST_TEN, Outcome.SUCCESS);
        assertThat(last(1)).containsExactly(new Counts(1, 0, 0, 0));

        ran(HALF_PAST_TEN, Outcome.SUCCESS);
        now = HALF_PAST_TEN.plus(Duration.ofSeconds(1));
        assertThat(last(1)).containsExactly(new Counts(1, 0, 0, 0));

        now = HALF_PAST_TEN.plus(Duration.ofMinutes(29));
        assertThat(last(1)).containsExactly(new Counts(2, 0, 0, 0));
    }
}
