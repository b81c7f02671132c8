package dev.sluice.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.engine.Outcome;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A benchmark that does not run any more gives an empty table, which nobody may notice for long. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EngineBenchmarkTest {
    @Test
    void what_is_measured_is_a_walk_that_ends_in_a_stop() {
        EngineBenchmark benchmark = new EngineBenchmark();
        benchmark.attributes = 10;
        benchmark.prepare();
        benchmark.parsed();

        assertThat(benchmark.run().outcome()).isEqualTo(Outcome.BLOCKED);
        assertThat(benchmark.parse()).isNotNull();
    }
}
