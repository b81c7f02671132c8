package dev.sluice.store.debug;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.engine.Outcome;
import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DebugModeTest {
    private static final Map<String, Object> EVENT = Fields.of("Event", Fields.of("id", "1", "info", "about"));

    @Inject
    Debugging debugging;

    /** A trigger and one action behind it. */
    private static Map<String, Object> graph(String trigger, String module, Object params) {
        return Fields.of(
                "1", node(1, "trigger", trigger, new Fields(), "2"), "2", node(2, "action", module, params, null));
    }

    private static Map<String, Object> node(long id, String type, String module, Object params, String next) {
        Object wires = next == null ? List.of() : List.of(Fields.of("node", next, "output", "input_1"));
        return Fields.of(
                "id",
                id,
                "data",
                Fields.of("id", module, "module_type", type, "indexed_params", params),
                "outputs",
                Fields.of("output_1", Fields.of("connections", wires)));
    }

    private static Map<String, Object> stopping() {
        return graph("event-publish", "stop-execution", Fields.of("message", "enough"));
    }

    private static List<String> told(Debugging.Session session) throws InterruptedException {
        session.settle();
        return session.listener.latest(900, 0, 100).stream()
                .map(DebugMessage::path)
                .toList();
    }

    private static String bodies(Debugging.Session session) throws InterruptedException {
        session.settle();
        StringBuilder all = new StringBuilder();
        session.listener.latest(900, 0, 100).forEach(it -> all.append(new String(it.body(), UTF_8)));
        return all.toString();
    }

    @Test
    void without_a_server_sluice_listens_itself() throws InterruptedException {
        try (Debugging.Session session = debugging.with(Settings.own(500, 1_000_000))) {
            session.run("event-publish", stopping(), EVENT);

            assertThat(told(session))
                    .containsExactly(
                            "/event-publish/end?outcome=blocked",
                            "/event-publish/exec/stop-execution?result=partial-success",
                            "/event-publish/init?type=blocking");
        }
    }

    @Test
    void as_on_the_slides_there_is_no_trigger_in_the_path_one_kind_of_success_and_no_error()
            throws InterruptedException {
        try (Debugging.Session session =
                debugging.with(Settings.own(500, 1_000_000).asOnSlides())) {
            session.run("event-publish", stopping(), EVENT);

            assertThat(told(session))
                    .containsExactly(
                            "/end?outcome=blocked", "/exec/stop-execution?result=success", "/init?type=blocking");
            assertThat(bodies(session)).doesNotContain("\"errors\"").doesNotContain("\"original\"");
        }
    }

    @Test
    void a_module_that_is_unknown_could_not_be_loaded() throws InterruptedException {
        try (Debugging.Session session = debugging.with(Settings.own(500, 1_000_000))) {
            session.run("event-publish", graph("event-publish", "of/old?", new Fields()), EVENT);

            assertThat(told(session)).contains("/event-publish/exec/of%2Fold%3F?result=loading_error");
        }
    }

    @Test
    void secrets_among_parameters_and_data_are_masked() throws InterruptedException {
        Object params = Fields.of(
                "url",
                "https://me:paQQword@hooks.example.org/hooks/abcQQ?token=zzzQQ",
                "headers",
                "Authorization: bearer yyyQQ\nX-Colour: red\n",
                "api_key",
                "xxxQQ");
        Object user = Fields.of("User", Fields.of("email", "a@example.org", "password", "wwwQQ", "authkey", "vvvQQ"));
        try (Debugging.Session session = debugging.with(Settings.own(500, 1_000_000))) {
            session.run("user-after-save", graph("user-after-save", "no-such-module", params), user);

            assertThat(bodies(session))
                    .contains("a@example.org", "X-Colour: red", "hooks.example.org", "no-such-module")
                    .doesNotContain("QQ");
        }
    }

    @Test
    void a_server_that_is_not_there_changes_nothing_in_the_run_and_is_counted() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        try (Debugging.Session session = debugging.with(Settings.server("http://127.0.0.1:" + free))) {
            assertThat(session.run("event-publish", stopping(), EVENT).outcome())
                    .isEqualTo(Outcome.BLOCKED);
            session.settle();

            assertThat(session.dropped("undelivered")).isEqualTo(3);
        }
    }

    @Test
    void a_server_that_never_answers_does_not_hold_up_runs_and_what_finds_no_room_is_counted() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Debugging.Session session = debugging.with(Settings.server("http://127.0.0.1:" + silent.getLocalPort())
                        .waiting(4, 1_000_000))) {
            session.run("event-publish", stopping(), EVENT);
            session.run("event-publish", stopping(), EVENT);
            session.run("event-publish", stopping(), EVENT);

            assertThat(session.dropped("full")).isEqualTo(5);
            assertThat(session.metrics.get("sluice.debug.waiting").gauge().value())
                    .isEqualTo(4);
        }
    }

    @Test
    void what_waits_is_bounded_by_bytes_too() throws InterruptedException {
        try (Debugging.Session session =
                debugging.with(Settings.own(500, 1_000_000).waiting(100, 2_000))) {
            session.run(
                    "event-publish", stopping(), Fields.of("Event", Fields.of("id", "1", "info", "x".repeat(3_000))));

            assertThat(told(session)).containsExactly("/event-publish/end?outcome=blocked");
            assertThat(session.dropped("full")).isEqualTo(2);
        }
    }

    @Test
    void a_server_that_answers_with_an_error_has_got_it_all_the_same() throws Exception {
        CountDownLatch asked = new CountDownLatch(3);
        var server = com.sun.net.httpserver.HttpServer.create(
                new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, asked));
        server.start();
        try (Debugging.Session session = debugging.with(
                Settings.server("http://127.0.0.1:" + server.getAddress().getPort() + "/"))) {
            session.run("event-publish", stopping(), EVENT);
            session.settle();

            assertThat(asked.getCount()).isZero();
            assertThat(session.dropped("undelivered")).isZero();
        } finally {
            server.stop(0);
        }
    }

    private static void answer(com.sun.net.httpserver.HttpExchange exchange, CountDownLatch asked) throws IOException {
        Json.parse(exchange.getRequestBody().readAllBytes());
        asked.countDown();
        exchange.sendResponseHeaders(500, -1);
        exchange.close();
    }
}
