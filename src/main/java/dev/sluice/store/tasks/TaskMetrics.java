package dev.sluice.store.tasks;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What is counted and shown of background work. */
final class TaskMetrics {
    private final MeterRegistry registry;
    private final Counter retries;
    private final List<Gauge> gauges = new ArrayList<>();

    TaskMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.retries = Counter.builder("sluice.queue.retries")
                .description("tasks that failed and are tried again")
                .register(registry);
    }

    <T> void gauge(String name, String description, T of, ToDoubleFunction<T> value) {
        gauges.add(Gauge.builder(name, of, value).description(description).register(registry));
    }

    /** Nobody is told any more of a queue that is gone. */
    void close() {
        gauges.forEach(registry::remove);
    }

    /** A task came to its end: an outcome of runs, dead, or broken-off. */
    void ended(String outcome) {
        registry.counter("sluice.queue.executed", "outcome", outcome).increment();
    }

    void retried() {
        retries.increment();
    }
}
