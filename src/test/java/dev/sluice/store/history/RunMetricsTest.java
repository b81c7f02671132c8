package dev.sluice.store.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RunMetricsTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final RunMetrics metrics = new RunMetrics(registry);

    private long runs(String trigger, String outcome) {
        return registry.get("sluice.runs")
                .tags("trigger", trigger, "outcome", outcome)
                .timer()
                .count();
    }

    @Test
    void runs_are_counted_by_trigger_and_outcome_and_timed() {
        metrics.add(Runs.of("event-publish", 1));
        metrics.add(Runs.of("event-publish", 2));

        assertThat(runs("event-publish", Runs.of("event-publish", 1).outcome().id()))
                .isEqualTo(2);
        assertThat(registry.get("sluice.runs").timers().stream()
                        .mapToDouble(it -> it.totalTime(TimeUnit.MICROSECONDS))
                        .sum())
                .isEqualTo(2.0 * Runs.of("event-publish", 1).durationMicros());
    }

    @Test
    void nodes_are_timed_by_module() {
        metrics.add(Runs.of("event-publish", 1));

        Runs.of("event-publish", 1).nodes().forEach(node -> assertThat(registry.get("sluice.nodes")
                        .tag("module", node.module())
                        .timer()
                        .count())
                .isPositive());
    }

    @Test
    void names_are_bounded() {
        for (int i = 0; i < RunMetrics.MOST_NAMES + 10; i++) {
            metrics.add(Runs.of("trigger-" + i, 1));
        }

        assertThat(runs("trigger-0", Runs.of("x", 1).outcome().id())).isEqualTo(1);
        assertThat(runs("other", Runs.of("x", 1).outcome().id())).isEqualTo(10);
    }
}
