package dev.sluice.store.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.engine.Call;
import dev.sluice.engine.Engine;
import dev.sluice.engine.Plan;
import dev.sluice.engine.Watch;
import dev.sluice.engine.Watcher;
import dev.sluice.graph.Drawflow;
import dev.sluice.module.Modules;
import dev.sluice.module.Templates;
import dev.sluice.payload.Fields;
import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** With a collector that is a real server, told in the protocol of OpenTelemetry. */
@QuarkusTest
@WithTestResource(TracesTest.Collector.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TracesTest {
    /** Takes what is exported. The texts in it stand there as they are, whatever else the protocol does. */
    public static final class Collector implements QuarkusTestResourceLifecycleManager {
        static final List<String> EXPORTS = new CopyOnWriteArrayList<>();

        private final Vertx vertx = Vertx.vertx();

        @Override
        public Map<String, String> start() {
            HttpServer server = vertx.createHttpServer()
                    .requestHandler(request -> request.body().onSuccess(body -> {
                        EXPORTS.add(request.path() + " " + body.toString(StandardCharsets.ISO_8859_1));
                        request.response().end();
                    }))
                    .listen(0, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            return Map.of(
                    "quarkus.otel.sdk.disabled", "false",
                    "quarkus.otel.exporter.otlp.endpoint", "http://127.0.0.1:" + server.actualPort(),
                    "quarkus.otel.exporter.otlp.protocol", "http/protobuf",
                    "quarkus.otel.bsp.schedule.delay", "100ms");
        }

        @Override
        public void stop() {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    @Inject
    OpenTelemetry telemetry;

    @Inject
    Modules modules;

    @Inject
    Templates templates;

    private static Map<String, Object> node(long id, String type, String module, String next) {
        return node(id, type, module, next, Fields.of("message", "enough"));
    }

    private static Map<String, Object> node(long id, String type, String module, String next, Fields params) {
        Object wires = next == null ? List.of() : List.of(Fields.of("node", next, "output", "input_1"));
        return Fields.of(
                "id",
                id,
                "data",
                Fields.of("id", module, "module_type", type, "indexed_params", params),
                "outputs",
                Fields.of("output_1", Fields.of("connections", wires)));
    }

    private static void run(Engine engine, Plan plan, String runId) {
        Fields event = Fields.of("Event", Fields.of("id", "1"));
        engine.run(plan, new Call(runId, event, false, 0, Duration.ofSeconds(20), false))
                .await()
                .atMost(Duration.ofSeconds(20));
    }

    private Engine traced() {
        return new Engine(
                spec -> true,
                forked -> Uni.createFrom().voidItem(),
                List.of(new Traces(telemetry, false)),
                Clock.systemUTC());
    }

    @Test
    void a_collector_is_told_of_runs_and_their_nodes() {
        Plan plan = Plan.of(
                new Plan.Source(7, 3, "traced", "event-publish", false),
                Drawflow.read(Fields.of(
                        "1", node(1, "trigger", "event-publish", "2"),
                        "2", node(2, "action", "no-such-module", "3"),
                        "3", node(3, "action", "stop-execution", null))),
                modules,
                templates);
        Engine engine = traced();

        run(engine, plan, "run-of-the-test");

        await().untilAsserted(() -> assertThat(String.join("\n", Collector.EXPORTS))
                .contains("/v1/traces ")
                .contains("run event-publish")
                .contains("run-of-the-test")
                .contains("no-such-module")
                .contains("Could not load class for module: no-such-module")
                .contains("stop-execution")
                .contains("sluice.outcome")
                .contains("blocked"));
    }

    @Test
    void neither_the_collector_nor_who_is_called_is_told_more_of_a_call_than_its_node() {
        Queue<MultiMap> heard = new ConcurrentLinkedQueue<>();
        Vertx others = Vertx.vertx();
        try {
            HttpServer server = others.createHttpServer()
                    .requestHandler(request -> {
                        heard.add(request.headers());
                        request.response().end();
                    })
                    .listen(0, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            String url = "http://127.0.0.1:" + server.actualPort() + "/hooks/hush-path?key=hush-query";
            Plan plan = Plan.of(
                    new Plan.Source(8, 1, "calling", "event-publish", false),
                    Drawflow.read(Fields.of(
                            "1",
                            node(1, "trigger", "event-publish", "2"),
                            "2",
                            node(2, "action", "webhook", null, Fields.of("url", url)))),
                    modules,
                    templates);
            Engine engine = traced();

            run(engine, plan, "run-that-calls");
            run(engine, plan, "run-after-it");

            await().untilAsserted(() -> assertThat(String.join("\n", Collector.EXPORTS))
                    .contains("run-that-calls", "run-after-it", "webhook"));
            assertThat(heard).hasSize(2).noneMatch(it -> it.contains("traceparent"));
            assertThat(String.join("\n", Collector.EXPORTS)).doesNotContain("hush");
        } finally {
            others.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    @Test
    void switched_off_it_looks_on_at_nothing() {
        Watcher.Head head = new Watcher.Head(
                "run", null, new Plan.Source(7, 3, "untraced", "event-publish", false), true, false, 0);

        assertThat(new Traces(OpenTelemetry.noop(), true).watch(head)).isSameAs(Watch.NONE);
    }
}
