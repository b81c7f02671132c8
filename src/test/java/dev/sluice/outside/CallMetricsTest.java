package dev.sluice.outside;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CallMetricsTest {
    @Test
    void hosts_are_named_until_they_are_too_many() {
        CallMetrics calls = new CallMetrics();
        for (int i = 0; i < CallMetrics.MOST_HOSTS; i++) {
            assertThat(calls.host("h" + i)).isEqualTo("h" + i);
        }

        assertThat(calls.host("one-too-many")).isEqualTo("other");
        assertThat(calls.host("h7")).isEqualTo("h7");
    }

    @ParameterizedTest
    @CsvSource({"200,200", "429,429", "418,4xx", "299,2xx", "599,5xx", "0,none"})
    void statuses_are_named_where_they_are_usual(int status, String shown) {
        assertThat(CallMetrics.status(status)).isEqualTo(shown);
    }
}
