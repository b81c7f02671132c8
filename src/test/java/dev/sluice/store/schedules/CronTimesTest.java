package dev.sluice.store.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.store.InvalidException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CronTimesTest {
    private static List<String> after(String moment, String cron, String zone, int count) {
        List<String> times = new ArrayList<>();
        Instant at = Instant.parse(moment);
        for (int i = 0; i < count; i++) {
            at = CronTimes.of(cron, zone).after(at).orElseThrow();
            times.add(at.toString());
        }
        return times;
    }

    @Test
    void five_fields_are_read_as_cron_does_in_their_zone() {
        assertThat(after("2026-11-25T00:00:00Z", "30 6 * * 1-5", "Europe/Paris", 4))
                .containsExactly(
                        "2026-11-25T05:30:00Z", "2026-11-26T05:30:00Z", "2026-11-27T05:30:00Z", "2026-11-30T05:30:00Z");
        assertThat(after("2026-11-25T00:00:00Z", "0 0 * * 0", "UTC", 1)).containsExactly("2026-11-29T00:00:00Z");
    }

    @Test
    void six_fields_begin_with_seconds() {
        assertThat(after("2026-11-25T00:00:00.5Z", "*/20 * * * * *", "UTC", 3))
                .containsExactly("2026-11-25T00:00:20Z", "2026-11-25T00:00:40Z", "2026-11-25T00:01:00Z");
        assertThat(after("2026-11-25T00:00:00Z", "0 0 12 ? * MON", "UTC", 1)).containsExactly("2026-11-30T12:00:00Z");
    }

    @Test
    void nicknames_are_known() {
        assertThat(after("2026-11-25T10:00:00Z", "@daily", "UTC", 1)).containsExactly("2026-11-26T00:00:00Z");
        assertThat(after("2026-11-25T10:00:00Z", "@yearly", "UTC", 1)).containsExactly("2027-01-01T00:00:00Z");
    }

    @Test
    void a_time_that_comes_twice_when_clocks_are_put_back_counts_once() {
        assertThat(after("2026-10-24T12:00:00Z", "0 2 * * *", "Europe/Paris", 2))
                .containsExactly("2026-10-25T00:00:00Z", "2026-10-26T01:00:00Z");
        assertThat(after("2026-10-25T00:45:00Z", "30 2 * * *", "Europe/Paris", 1))
                .containsExactly("2026-10-26T01:30:00Z");
        assertThat(after("2026-10-25T01:10:00Z", "30 2 * * *", "Europe/Paris", 1))
                .containsExactly("2026-10-26T01:30:00Z");
    }

    @Test
    void a_time_that_is_left_out_when_clocks_are_put_forward_counts_as_much_later() {
        assertThat(after("2026-03-28T12:00:00Z", "30 2 * * *", "Europe/Paris", 2))
                .containsExactly("2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z");
        assertThat(after("2026-03-29T00:00:00Z", "30 2,3 * * *", "Europe/Paris", 2))
                .containsExactly("2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z");
    }

    @Test
    void what_goes_by_every_hour_follows_the_hours_that_pass() {
        assertThat(after("2026-10-24T23:10:00Z", "0 * * * *", "Europe/Paris", 4))
                .containsExactly(
                        "2026-10-25T00:00:00Z", "2026-10-25T01:00:00Z", "2026-10-25T02:00:00Z", "2026-10-25T03:00:00Z");
    }

    @Test
    void what_never_comes_is_known_not_to() {
        assertThat(CronTimes.of("0 0 31 2 *", "UTC").after(Instant.parse("2026-11-25T00:00:00Z")))
                .isEmpty();
        assertThat(CronTimes.of("0 0 0 1 1 ? 2020", "UTC").after(Instant.parse("2026-11-25T00:00:00Z")))
                .isEmpty();
    }

    @Test
    void what_is_no_expression_or_zone_is_refused_with_a_sentence() {
        for (String cron : List.of("61 * * * *", "* * * *", "", "every day", "@often", "0 0 1 1 1 1 1 1", "\n")) {
            assertThatThrownBy(() -> CronTimes.of(cron, "UTC"))
                    .as(cron)
                    .isInstanceOf(InvalidException.class)
                    .hasMessageContaining("is no cron expression: ")
                    .hasMessageEndingWith("as in `30 6 * * 1-5`.");
        }
        assertThatThrownBy(() -> CronTimes.of("61 * * * *", "UTC")).hasMessageContaining("Value 61 not in range");
        assertThatThrownBy(() -> CronTimes.of("0 0 * * *", "Europe/Pari"))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("There is no time zone `Europe/Pari`");
    }
}
