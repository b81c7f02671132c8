package dev.sluice.outside;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.sluice.module.Effects;
import dev.sluice.module.Outbound.Answer;
import dev.sluice.module.Outbound.Request;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HttpCallerTest {
    private static final int LIMIT = 64 * 1024;
    private static final Vertx VERTX = Vertx.vertx();
    private static final WireMockServer SERVER =
            new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort().dynamicHttpsPort());

    private static final HttpCaller CALLER = new HttpCaller(
            new OutboundConfig() {
                @Override
                public Duration timeout() {
                    return Duration.ofMillis(700);
                }

                @Override
                public Duration connectTimeout() {
                    return Duration.ofMillis(500);
                }

                @Override
                public MemorySize maxAnswer() {
                    return new MemorySize(BigInteger.valueOf(LIMIT));
                }

                @Override
                public int connectionsPerHost() {
                    return 4;
                }
            },
            VERTX);

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        CALLER.close();
        SERVER.stop();
        VERTX.close();
    }

    @BeforeEach
    void answerOk() {
        SERVER.resetAll();
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withBody("hello")));
    }

    private static Request post(String url) {
        return new Request("POST", url, Map.of("user-agent", "mine"), "{}".getBytes(StandardCharsets.UTF_8), false);
    }

    private static Answer call(Request request) {
        return CALLER.call(request, 3).await().atMost(Duration.ofSeconds(10));
    }

    private static String url(String path) {
        return "http://127.0.0.1:" + SERVER.port() + path;
    }

    @Test
    void a_request_goes_out_as_it_is_meant_and_says_how_deep_it_lies() {
        Answer answer = call(post(url("/hook?x=é\"y z")));

        assertThat(answer).isEqualTo(new Answer(200, "hello"));
        SERVER.verify(postRequestedFor(urlEqualTo("/hook?x=%C3%A9%22y%20z"))
                .withHeader("User-Agent", equalTo("mine"))
                .withHeader("Sluice-Depth", equalTo("3"))
                .withRequestBody(equalTo("{}")));
    }

    @Test
    void a_redirect_is_an_answer_and_is_not_followed() {
        SERVER.stubFor(any(urlEqualTo("/away")).willReturn(temporaryRedirect("/elsewhere")));

        assertThat(call(post(url("/away"))).status()).isEqualTo(302);
        SERVER.verify(0, postRequestedFor(urlEqualTo("/elsewhere")));
    }

    @Test
    void a_server_that_takes_too_long_is_given_up() {
        SERVER.stubFor(any(urlEqualTo("/slow")).willReturn(aResponse().withFixedDelay(3_000)));

        assertThatThrownBy(() -> call(post(url("/slow"))))
                .hasMessageContaining("No answer")
                .hasMessageContaining("700 ms");
    }

    @Test
    void a_port_nobody_listens_on_is_told() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertThatThrownBy(() -> call(post("http://127.0.0.1:" + port + "/")))
                .hasMessage("Could not connect to 127.0.0.1:" + port
                        + "; check that it listens and may be reached from here.");
    }

    @Test
    void an_answer_without_end_costs_no_more_than_the_limit() throws Exception {
        AtomicLong sent = new AtomicLong();
        try (ServerSocket endless = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> pour(endless, sent));
            server.start();

            assertThatThrownBy(() -> call(post("http://127.0.0.1:" + endless.getLocalPort() + "/")))
                    .hasMessageContaining("larger than " + LIMIT + " bytes");

            server.join(10_000);
            assertThat(server.isAlive())
                    .as("the connection was closed on the server")
                    .isFalse();
        }
    }

    private static void pour(ServerSocket listener, AtomicLong sent) {
        byte[] part = new byte[16 * 1024];
        try (Socket socket = listener.accept()) {
            OutputStream out = socket.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 60_000; i++) {
                out.write(part);
                sent.addAndGet(part.length);
            }
        } catch (IOException e) {
            // what the test waits for: the client has hung up
            sent.addAndGet(0);
        }
    }

    @Test
    void a_certificate_nobody_vouches_for_is_refused_unless_it_is_allowed() {
        String url = "https://127.0.0.1:" + SERVER.httpsPort() + "/";

        assertThatThrownBy(() -> call(post(url))).hasMessageContaining("is not trusted");
        assertThat(call(new Request("GET", url, Map.of(), null, true)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://example.org/,must begin with http",
        "file:///etc/passwd,must begin with http",
        "example.org,must begin with http",
        "http://,no URL",
        "http:///path,names no host",
        "http://ex ample.org/,no host"
    })
    void what_is_no_url_is_told(String url, String why) {
        assertThatThrownBy(() -> call(post(url))).hasMessageContaining(why);
    }

    @Test
    void a_host_nobody_knows_is_told() {
        assertThatThrownBy(() -> call(post("http://no-such-host.invalid/")))
                .hasMessageContaining("no-such-host.invalid");
    }

    @Test
    void a_header_cannot_smuggle_another_one() {
        Request request = new Request("GET", url("/"), Map.of("X-A", "b\r\nX-C: d"), null, false);

        assertThatThrownBy(() -> call(request)).hasMessageContaining("X-A").hasMessageContaining("line break");
    }

    @Test
    void a_dry_run_sends_nothing_and_hides_secrets() {
        Effects effects = Effects.recording();

        new HttpOutbound(CALLER)
                .send(
                        ZmqPublisherTest.visit(effects),
                        new Request("POST", url("/dry"), Map.of("authorization", "secret"), new byte[0], false))
                .await()
                .atMost(Duration.ofSeconds(5));

        SERVER.verify(0, postRequestedFor(urlEqualTo("/dry")));
        assertThat(effects.recorded().get(0).get("headers")).isEqualTo(Map.of("authorization", "***"));
    }
}
