package dev.sluice.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.store.IdempotencyKeys.Claim;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
abstract class IdempotencyKeysPromises {
    @Inject
    IdempotencyKeys keys;

    @Inject
    EntityManager entities;

    @Inject
    JumpingClock clock;

    private final String key = UUID.randomUUID().toString();
    private final byte[] body = {1, 2, 3};

    @AfterEach
    void the_clock_goes_right() {
        clock.set(Duration.ZERO);
    }

    private void madeHoursAgo(int hours) {
        QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery(
                        "update idempotency_key set created_at = :at where request_key = :key")
                .setParameter("at", Instant.now().minus(hours, ChronoUnit.HOURS))
                .setParameter("key", key)
                .executeUpdate());
    }

    @Test
    void the_first_call_is_new_the_next_waits_and_later_ones_get_the_answer() {
        assertThat(keys.claim("t", key, body)).isEqualTo(new Claim.New());
        assertThat(keys.claim("t", key, body)).isEqualTo(new Claim.Running());

        String answer = "{\"text\":\"" + "x".repeat(100_000) + "\"}";
        keys.answer("t", key, answer);

        assertThat(keys.claim("t", key, body)).isEqualTo(new Claim.Done(answer));
    }

    @Test
    void a_key_with_another_body_is_a_mismatch_and_with_another_trigger_another_key() {
        keys.claim("t", key, body);

        assertThat(keys.claim("t", key, new byte[] {4})).isEqualTo(new Claim.Mismatch());
        assertThat(keys.claim("other", key, new byte[] {4})).isEqualTo(new Claim.New());
    }

    @Test
    void of_eight_at_once_exactly_one_is_new() throws Exception {
        List<Object> claims = Together.run(8, () -> keys.claim("t", key, body));

        assertThat(claims).filteredOn(Claim.New.class::isInstance).hasSize(1);
        assertThat(claims).filteredOn(Claim.Running.class::isInstance).hasSize(7);
    }

    @Test
    void a_key_given_back_can_be_used_again_but_an_answer_stays() {
        keys.claim("t", key, body);
        keys.release("t", key);
        assertThat(keys.claim("t", key, body)).isEqualTo(new Claim.New());

        keys.answer("t", key, "{}");
        keys.release("t", key);
        assertThat(keys.claim("t", key, body)).isEqualTo(new Claim.Done("{}"));
    }

    @Test
    void the_key_of_a_call_that_was_lost_is_taken_over_by_one() throws Exception {
        keys.claim("t", key, body);
        madeHoursAgo(1);

        List<Object> claims = Together.run(4, () -> keys.claim("t", key, body));

        assertThat(claims).filteredOn(Claim.New.class::isInstance).hasSize(1);
    }

    @Test
    void a_key_counts_for_a_day() {
        keys.claim("t", key, body);
        keys.answer("t", key, "{}");
        madeHoursAgo(23);
        assertThat(keys.claim("t", key, body)).isEqualTo(new Claim.Done("{}"));

        madeHoursAgo(25);
        assertThat(keys.claim("t", key, new byte[] {4})).isEqualTo(new Claim.New());
    }

    @Test
    void old_keys_are_cleared_away() {
        keys.claim("t", key, body);
        madeHoursAgo(25);

        keys.forgetOld();

        assertThat(QuarkusTransaction.requiringNew().call(() -> entities.createNativeQuery(
                                "select count(*) from idempotency_key where request_key = :key")
                        .setParameter("key", key)
                        .getSingleResult()))
                .isEqualTo(0L);
    }

    @Test
    void a_key_that_is_empty_or_endless_is_refused() {
        assertThatThrownBy(() -> keys.claim("t", " ", body)).isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> keys.claim("t", "k".repeat(256), body)).isInstanceOf(InvalidException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1})
    void a_clock_that_jumps_an_hour_makes_no_answer_forgotten(long hours) {
        keys.claim("t", key, body);
        keys.answer("t", key, "{}");

        clock.set(Duration.ofHours(hours));
        keys.forgetOld();

        assertThat(keys.claim("t", key, body)).isEqualTo(new Claim.Done("{}"));
    }
}
