package dev.sluice.outside;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.module.Effects;
import dev.sluice.module.Outbound;
import dev.sluice.module.Outbound.Answer;
import dev.sluice.module.Outbound.Request;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers that do not behave, played by the test itself on a bare socket. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(60)
class HttpTroubleTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final Vertx vertx = Vertx.vertx();
    private ServerSocket server;
    private String target;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        server.setSoTimeout(20_000);
        target = "127.0.0.1:" + server.getLocalPort();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void a_closed_port_refuses() throws IOException {
        server.close();

        assertThatThrownBy(() -> answer(ask(LONG))).hasMessage("The connection to " + target + " was refused.");
    }

    @Test
    void a_host_that_does_not_exist_is_not_known() {
        Uni<Answer> asked = client(LONG)
                .send(
                        Visits.with(Effects.real()),
                        new Request("GET", "http://no-such-host.invalid/", Map.of(), null, false));

        assertThatThrownBy(() -> answer(asked))
                .hasMessage("The host no-such-host.invalid is not known; check the address.");
    }

    @Test
    void a_server_that_never_answers_times_out_and_loses_its_connection() throws IOException {
        assertThatThrownBy(() -> answer(ask(SHORT)))
                .hasMessage("The request to " + target + " timed out after 300 ms. To wait longer, set"
                        + " sluice.outbound.timeout (SLUICE_OUTBOUND_TIMEOUT).");

        try (Socket caller = connected()) {
            awaitClosedConnection(caller);
        }
    }

    @Test
    void a_server_that_stops_amid_its_answer_times_out_and_loses_its_connection() throws IOException {
        var answered = ask(Duration.ofSeconds(2)).subscribeAsCompletionStage();

        try (Socket caller = accept()) {
            say(caller, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
            assertThatThrownBy(answered::get).hasMessageContaining(target + " timed out after 2 s.");
            awaitClosedConnection(caller);
        }
    }

    @Test
    void a_request_that_finds_no_free_connection_times_out() {
        Outbound client = client(SHORT);

        var first = get(client).subscribeAsCompletionStage();
        var second = get(client).subscribeAsCompletionStage();

        assertThatThrownBy(first::get).hasMessageContaining("timed out after 300 ms.");
        assertThatThrownBy(second::get).hasMessageContaining("timed out after 300 ms.");
    }

    @Test
    void an_answer_without_end_is_cut_off_at_the_limit() throws IOException {
        var answered = ask(LONG).subscribeAsCompletionStage();

        try (Socket caller = accept()) {
            say(caller, "HTTP/1.1 200 OK\r\n\r\n");
            assertThatThrownBy(() -> sayForever(caller)).isInstanceOf(IOException.class);
        }
        assertThatThrownBy(answered::get)
                .hasMessageContaining("The answer of " + target + " is larger than " + HttpClients.MAX_ANSWER
                        + " bytes. To read more, set sluice.outbound.max-answer (SLUICE_OUTBOUND_MAX_ANSWER).");
    }

    @Test
    void an_answer_as_large_as_the_limit_is_read() throws Exception {
        var answered = ask(LONG).subscribeAsCompletionStage();

        try (Socket caller = accept()) {
            String body = "x".repeat(HttpClients.MAX_ANSWER);
            say(caller, "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
            assertThat(answered.get()).isEqualTo(new Answer(200, body));
        }
    }

    @Test
    void a_connection_closed_amid_the_answer_is_no_answer() throws IOException {
        var answered = ask(LONG).subscribeAsCompletionStage();

        try (Socket caller = accept()) {
            say(caller, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
        }
        assertThatThrownBy(answered::get)
                .hasMessageContaining(target + " closed the connection before its answer was complete.");
    }

    @Test
    void who_does_not_want_the_answer_any_more_frees_the_connection() throws IOException {
        Cancellable asked = ask(LONG).subscribe().with(answer -> {});

        try (Socket caller = accept()) {
            asked.cancel();
            awaitClosedConnection(caller);
        }
    }

    @Test
    void a_server_that_speaks_no_tls_is_told_apart_from_one_that_is_not_trusted() throws IOException {
        var answered = client(LONG)
                .send(Visits.with(Effects.real()), new Request("GET", "https://" + target, Map.of(), null, false))
                .subscribeAsCompletionStage();

        try (Socket caller = connected()) {
            say(caller, "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
            assertThatThrownBy(answered::get).hasMessageContaining("TLS with " + target + " failed: ");
        }
    }

    private Outbound client(Duration timeout) {
        return HttpClients.patientFor(timeout, vertx);
    }

    private Uni<Answer> ask(Duration timeout) {
        return get(client(timeout));
    }

    private Uni<Answer> get(Outbound client) {
        return client.send(
                Visits.with(Effects.real()), new Request("GET", "http://" + target + "/", Map.of(), null, false));
    }

    private static Answer answer(Uni<Answer> asked) {
        return asked.await().atMost(LONG);
    }

    /** A connection whose request was read: an answer before it would be no answer. */
    private Socket accept() throws IOException {
        Socket caller = connected();
        readHead(caller);
        return caller;
    }

    private Socket connected() throws IOException {
        Socket caller = server.accept();
        caller.setSoTimeout(20_000);
        return caller;
    }

    private static void say(Socket caller, String text) throws IOException {
        OutputStream out = caller.getOutputStream();
        out.write(text.getBytes(US_ASCII));
        out.flush();
    }

    private static void sayForever(Socket caller) throws IOException {
        while (true) {
            say(caller, "x".repeat(100));
        }
    }

    private static void readHead(Socket caller) throws IOException {
        StringBuilder head = new StringBuilder();
        InputStream in = caller.getInputStream();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            assertThat(next).as("a byte of the request").isNotNegative();
            head.append((char) next);
        }
    }

    /** Reads what may be left of the request, then the end; an open connection runs into the socket's timeout instead. */
    private static void awaitClosedConnection(Socket caller) throws IOException {
        caller.getInputStream().transferTo(OutputStream.nullOutputStream());
    }
}
