package dev.sluice.store.history;

import dev.sluice.engine.Outcome;
import dev.sluice.engine.Run;
import dev.sluice.engine.Visited;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Counts and times finished runs and their nodes, dry ones left out. Names are those of triggers and modules that exist; a
 * name beyond the bound, or of a module that does not exist, counts as {@code other}.
 */
final class RunMetrics {
    static final int MOST_NAMES = 500;
    private static final String OTHER = "other";

    private final MeterRegistry metrics;
    private final Map<String, Timer[]> runs = new ConcurrentHashMap<>();
    private final Map<String, Timer> nodes = new ConcurrentHashMap<>();

    RunMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void add(Run run) {
        if (run.dryRun()) {
            return;
        }
        of(run.trigger(), runs, this::runTimers)[run.outcome().ordinal()].record(
                run.durationMicros(), TimeUnit.MICROSECONDS);
        for (Visited node : run.nodes()) {
            String module = node.result().equals("unknown") ? OTHER : node.module();
            of(module, nodes, this::nodeTimer).record(node.durationMicros(), TimeUnit.MICROSECONDS);
        }
    }

    private static <T> T of(String name, Map<String, T> known, Function<String, T> maker) {
        T there = known.get(name);
        if (there != null) {
            return there;
        }
        return known.computeIfAbsent(known.size() < MOST_NAMES ? name : OTHER, maker);
    }

    private Timer[] runTimers(String trigger) {
        Outcome[] outcomes = Outcome.values();
        Timer[] timers = new Timer[outcomes.length];
        for (Outcome outcome : outcomes) {
            timers[outcome.ordinal()] = Timer.builder("sluice.runs")
                    .description("runs that are over, and how long they took; dry ones left out")
                    .tag("trigger", trigger)
                    .tag("outcome", outcome.id())
                    .register(metrics);
        }
        return timers;
    }

    private Timer nodeTimer(String module) {
        return Timer.builder("sluice.nodes")
                .description("nodes that were visited, and how long their modules took; dry runs left out")
                .tag("module", module)
                .register(metrics);
    }
}
