package dev.sluice.store.debug;

import dev.sluice.engine.Branch;
import dev.sluice.engine.Call;
import dev.sluice.engine.Engine;
import dev.sluice.engine.Plan;
import dev.sluice.engine.Run;
import dev.sluice.graph.Drawflow;
import dev.sluice.module.Modules;
import dev.sluice.module.Templates;
import dev.sluice.payload.Json;
import dev.sluice.store.history.HistoryConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** An engine whose runs are looked on at, with settings of a test's choice. */
@Dependent
class Debugging {
    private final Modules modules;
    private final Templates templates;
    private final Vertx vertx;
    private final HistoryConfig history;

    @Inject
    Debugging(Modules modules, Templates templates, Vertx vertx, HistoryConfig history) {
        this.modules = modules;
        this.templates = templates;
        this.vertx = vertx;
        this.history = history;
    }

    Session with(Settings settings) {
        return new Session(settings);
    }

    final class Session implements AutoCloseable {
        private static final Duration PATIENCE = Duration.ofSeconds(20);

        final DebugListener listener;
        final DebugQueue queue;
        final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        private final DebugAddress address;
        private final Engine engine;
        private final Deque<Branch> branches = new ArrayDeque<>();

        private Session(Settings settings) {
            listener = new DebugListener(settings);
            address = new DebugAddress(vertx, settings, listener);
            queue = new DebugQueue(settings, address, history, metrics);
            engine = new Engine(
                    spec -> true,
                    forked -> {
                        branches.addAll(forked);
                        return Uni.createFrom().voidItem();
                    },
                    List.of(new DebugMode(queue, settings, Clock.systemUTC())),
                    Clock.systemUTC());
        }

        @SuppressWarnings("unchecked") // a parsed tree
        Run run(String trigger, Object graph, Object input) {
            Plan.Source source = new Plan.Source(900, 1, "oracle wf", trigger, true);
            Plan plan = Plan.of(source, Drawflow.read(graph), modules, templates);
            Map<String, Object> copy = (Map<String, Object>) Json.parse(Json.write(input));
            return engine.run(plan, new Call("run", copy, false, 0, PATIENCE, false))
                    .await()
                    .atMost(PATIENCE);
        }

        Run runBranch() {
            return engine.run(branches.remove(), "branch").await().atMost(PATIENCE);
        }

        /** Waits until all is handed over, or lost. */
        void settle() throws InterruptedException {
            queue.await(PATIENCE);
        }

        double dropped(String reason) {
            return metrics.get("sluice.debug.dropped")
                    .tag("reason", reason)
                    .counter()
                    .count();
        }

        @Override
        public void close() {
            queue.close();
            address.close();
        }
    }
}
