package dev.sluice.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sluice.module.Outbound.Answer;
import dev.sluice.module.Outbound.Request;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(60)
class HostsTest {
    private static final String HOST = "splunk.example.org:8088";
    private static final OutsideException REFUSED = new OutsideException("The connection was refused.");

    @Inject
    Vertx vertx;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    /** Counts four requests and leaves a host alone for an hour, unless told otherwise. */
    private Hosts hosts(String... settings) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(HostsConfig.class)
                .withDefaultValue("sluice.outbound.breaker.requests", "4")
                .withDefaultValue("sluice.outbound.breaker.pause", "1h");
        for (int i = 0; i < settings.length; i += 2) {
            builder.withDefaultValue("sluice.outbound." + settings[i], settings[i + 1]);
        }
        return new Hosts(builder.build().getConfigMapping(HostsConfig.class), metrics);
    }

    private static Answer call(Hosts hosts, String host, Uni<Answer> call) {
        return hosts.guarded(host, call, Answer::status).await().atMost(Duration.ofSeconds(30));
    }

    private static Uni<Answer> answer(int status) {
        return Uni.createFrom().item(new Answer(status, "body"));
    }

    private static void fail(Hosts hosts, String host, int times) {
        for (int i = 0; i < times; i++) {
            assertThatThrownBy(() -> call(hosts, host, Uni.createFrom().failure(REFUSED)))
                    .isSameAs(REFUSED);
        }
    }

    private double open() {
        return metrics.get("sluice.outbound.breaker.open").gauge().value();
    }

    @Test
    void a_host_that_half_of_the_requests_failed_at_is_left_alone_and_that_is_said() {
        Hosts hosts = hosts();
        call(hosts, HOST, answer(200));
        call(hosts, HOST, answer(404));
        fail(hosts, HOST, 2);

        AtomicInteger sent = new AtomicInteger();
        assertThatThrownBy(() -> call(hosts, HOST, answer(200).invoke(sent::incrementAndGet)))
                .isInstanceOf(OutsideException.class)
                .hasMessage(HOST + " is not called for 3600 s, because too many of its last 4 requests failed. To have"
                        + " it called all the same, set sluice.outbound.breaker.enabled"
                        + " (SLUICE_OUTBOUND_BREAKER_ENABLED) to false.");
        assertThat(sent).hasValue(0);
        assertThat(open()).isEqualTo(1);
        assertThat(call(hosts, "other.example.org:443", answer(200)).status()).isEqualTo(200);
    }

    @Test
    void an_answer_of_500_and_more_counts_as_a_failure_and_is_answered_all_the_same() {
        Hosts hosts = hosts();
        for (int i = 0; i < 4; i++) {
            assertThat(call(hosts, HOST, answer(503))).isEqualTo(new Answer(503, "body"));
        }

        assertThatThrownBy(() -> call(hosts, HOST, answer(200))).hasMessageContaining("is not called");
    }

    @Test
    void what_the_request_is_to_blame_for_does_not_count() {
        Hosts hosts = hosts();
        for (int i = 0; i < 10; i++) {
            assertThat(call(hosts, HOST, answer(400)).status()).isEqualTo(400);
            assertThatThrownBy(() -> call(
                            hosts,
                            HOST,
                            Uni.createFrom().failure(OutsideException.answered("The answer is too large."))))
                    .hasMessage("The answer is too large.");
        }

        assertThat(open()).isZero();
    }

    @Test
    void after_the_pause_a_host_that_is_well_is_called_again() {
        Hosts hosts = hosts("breaker.pause", "20ms");
        fail(hosts, HOST, 4);

        await().untilAsserted(() ->
                assertThat(call(hosts, HOST, answer(200)).status()).isEqualTo(200));
        assertThat(call(hosts, HOST, answer(200)).status()).isEqualTo(200);
        assertThat(open()).isZero();
    }

    @Test
    void who_loses_interest_ends_the_call_and_that_is_no_failure_of_the_host() {
        Hosts hosts = hosts();
        AtomicInteger ended = new AtomicInteger();
        List<UniEmitter<? super Answer>> waiting = new ArrayList<>();
        Uni<Answer> never =
                Uni.createFrom().<Answer>emitter(waiting::add).onCancellation().invoke(ended::incrementAndGet);
        for (int i = 0; i < 8; i++) {
            Cancellable call =
                    hosts.guarded(HOST, never, Answer::status).subscribe().with(it -> {});
            call.cancel();
        }

        assertThat(waiting).hasSize(8);
        assertThat(ended).hasValue(8);
        assertThat(call(hosts, HOST, answer(200)).status()).isEqualTo(200);
    }

    @Test
    void a_host_gets_so_many_requests_in_a_window_where_that_is_limited() {
        Hosts hosts = hosts("rate.limit", "3", "rate.window", "1h");
        for (int i = 0; i < 3; i++) {
            call(hosts, HOST, answer(200));
        }

        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> call(hosts, HOST, answer(200)))
                    .isInstanceOf(OutsideException.class)
                    .hasMessage(HOST + " is called more than 3 times in 3600 s. To allow more, set"
                            + " sluice.outbound.rate.limit (SLUICE_OUTBOUND_RATE_LIMIT).");
        }
        assertThat(call(hosts, "other.example.org:443", answer(200)).status()).isEqualTo(200);
    }

    @Test
    void without_breaker_and_limit_a_host_is_called_whatever_comes_of_it() {
        Hosts hosts = hosts("breaker.enabled", "false");

        fail(hosts, HOST, 50);

        assertThat(call(hosts, HOST, answer(200)).status()).isEqualTo(200);
    }

    @Test
    void a_setting_that_makes_no_sense_is_named_at_once() {
        assertThatThrownBy(() -> hosts("breaker.failures", "50"))
                .hasMessage("sluice.outbound.breaker.failures must be above 0 and up to 1.");
        assertThatThrownBy(() -> hosts("rate.limit", "-1")).hasMessage("sluice.outbound.rate.limit must be 0 or more.");
    }

    @Test
    void only_so_many_hosts_are_remembered() {
        Hosts hosts = hosts("hosts", "2");
        fail(hosts, HOST, 4);
        assertThat(open()).isEqualTo(1);

        call(hosts, "a.example.org:80", answer(200));
        call(hosts, "b.example.org:80", answer(200));

        assertThat(open()).isZero();
        assertThat(call(hosts, HOST, answer(200)).status()).isEqualTo(200);
    }

    @Test
    void a_server_that_fails_gets_no_more_requests() {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = vertx.createHttpServer()
                .requestHandler(it -> {
                    asked.incrementAndGet();
                    it.response().setStatusCode(503).end("busy");
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        HttpOutbound outbound = HttpClients.outbound(Duration.ofSeconds(30), vertx, hosts());
        try {
            Request request = new Request(
                    "POST", "http://127.0.0.1:" + server.actualPort() + "/hook", Map.of(), new byte[] {1}, false);
            for (int i = 0; i < 4; i++) {
                assertThat(outbound.send(0, request).await().atMost(Duration.ofSeconds(30)))
                        .isEqualTo(new Answer(503, "busy"));
            }

            assertThatThrownBy(() -> outbound.send(0, request).await().atMost(Duration.ofSeconds(30)))
                    .hasMessageStartingWith("127.0.0.1:" + server.actualPort() + " is not called for 3600 s");
            assertThat(asked).hasValue(4);
        } finally {
            outbound.close();
            server.close();
        }
    }
}
