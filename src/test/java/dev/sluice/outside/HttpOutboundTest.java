package dev.sluice.outside;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.sluice.module.Effects;
import dev.sluice.module.Outbound;
import dev.sluice.module.Outbound.Answer;
import dev.sluice.module.Outbound.Request;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HttpOutboundTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(options().bindAddress("127.0.0.1").dynamicPort().dynamicHttpsPort())
            .build();

    private static Vertx vertx;
    private static Outbound client;

    @BeforeAll
    static void open() {
        vertx = Vertx.vertx();
        client = HttpClients.patientFor(Duration.ofSeconds(20), vertx);
    }

    @AfterAll
    static void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void a_request_goes_out_as_it_was_given_and_the_answer_comes_back_whatever_its_status() {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(418).withBody("Grüße")));

        Answer answer = send("POST", "/hook?a=b%20c", Map.of("Content-Type", "text/plain"), "Grüße");

        assertThat(answer).isEqualTo(new Answer(418, "Grüße"));
        SERVER.verify(postRequestedFor(urlEqualTo("/hook?a=b%20c"))
                .withHeader("Content-Type", equalTo("text/plain"))
                .withRequestBody(equalTo("Grüße")));
    }

    @ParameterizedTest
    @CsvSource({"GET", "POST", "PUT", "DELETE"})
    void the_methods_work_without_a_body(String method) {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withBody("ok")));

        assertThat(send(method, "/", Map.of(), null)).isEqualTo(new Answer(200, "ok"));
        assertThat(SERVER.findAllUnmatchedRequests()).isEmpty();
        assertThat(SERVER.getAllServeEvents().get(0).getRequest().getMethod().getName())
                .isEqualTo(method);
    }

    @Test
    void the_server_learns_who_calls_and_how_many_runs_lie_behind() {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse()));

        send("GET", "/", Map.of(), null);

        SERVER.verify(getRequestedFor(anyUrl())
                .withHeader("User-Agent", equalTo("Sluice/1.2"))
                .withHeader("Sluice-Depth", equalTo("3"))
                .withoutHeader("Content-Type"));
    }

    @Test
    void a_header_of_the_caller_wins_in_any_case_but_the_depth_is_ours() {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse()));

        send("GET", "/", Map.of("user-agent", "mine", "sluice-depth", "0"), null);

        var request = SERVER.getAllServeEvents().get(0).getRequest();
        assertThat(request.getHeaders().getHeader("User-Agent").values()).containsExactly("mine");
        assertThat(request.getHeaders().getHeader("Sluice-Depth").values()).containsExactly("3");
    }

    @Test
    void a_redirect_is_not_followed() {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(302).withHeader("Location", url("/elsewhere"))));

        assertThat(send("GET", "/", Map.of(), null).status()).isEqualTo(302);
        SERVER.verify(1, getRequestedFor(anyUrl()));
    }

    @Test
    void the_charset_of_the_answer_counts() {
        SERVER.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withHeader("Content-Type", "text/plain; charset=iso-8859-1")
                        .withBody(new byte[] {'G', 'r', (byte) 0xFC, (byte) 0xDF, 'e'})));

        assertThat(send("GET", "/", Map.of(), null).body()).isEqualTo("Grüße");
    }

    @Test
    void a_certificate_nobody_vouches_for_is_refused() {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse()));
        String url = "https://127.0.0.1:" + SERVER.getHttpsPort() + "/";

        assertThatThrownBy(() -> send(new Request("GET", url, Map.of(), null, false)))
                .hasMessageStartingWith(
                        "The TLS certificate of 127.0.0.1:" + SERVER.getHttpsPort() + " is not trusted: ");
        SERVER.verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void a_certificate_nobody_vouches_for_will_do_where_the_caller_says_so() {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withBody("safe")));
        String url = "https://127.0.0.1:" + SERVER.getHttpsPort() + "/";

        assertThat(send(new Request("GET", url, Map.of(), null, true))).isEqualTo(new Answer(200, "safe"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-A            | 'a\r\nX-B: b' | The value of the header X-A holds a line break or another control"
                        + " character; remove it.",
                "X-A            | 'a\nb'        | The value of the header X-A holds a line break or another control"
                        + " character; remove it.",
                "X A            | a             | \"X A\" is not the name of a header; use letters, digits and hyphens.",
                "Content-length | 1             | The header Content-length follows from the body; remove it.",
                "host           | example.org   | The header host follows from the address; remove it."
            })
    void a_header_that_would_break_the_request_is_refused(String name, String value, String message) {
        assertThatThrownBy(() -> send("GET", "/", Map.of(name, value), null)).hasMessage(message);
    }

    @Test
    void a_method_beyond_the_four_is_refused() {
        assertThatThrownBy(() -> send("TRACE", "/", Map.of(), null))
                .hasMessage("The method TRACE is not supported; use GET, POST, PUT or DELETE.");
    }

    @Test
    void who_asks_on_an_event_loop_goes_on_there() throws Exception {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse()));
        Context loop = vertx.getOrCreateContext();
        CompletableFuture<List<Object>> seen = new CompletableFuture<>();

        loop.runOnContext(start -> {
            Thread before = Thread.currentThread();
            client.send(Visits.with(Effects.real()), new Request("GET", url("/"), Map.of(), null, false))
                    .subscribe()
                    .with(
                            answer -> seen.complete(List.of(before, Thread.currentThread())),
                            seen::completeExceptionally);
        });

        List<Object> threads = seen.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(threads.get(1)).isSameAs(threads.get(0));
    }

    @Test
    void who_asks_on_another_thread_never_goes_on_on_an_event_loop() {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse()));

        boolean onLoop = client.send(Visits.with(Effects.real()), new Request("GET", url("/"), Map.of(), null, false))
                .map(answer -> Context.isOnEventLoopThread())
                .await()
                .atMost(PATIENCE);

        assertThat(onLoop).isFalse();
    }

    private static String url(String path) {
        return "http://127.0.0.1:" + SERVER.getPort() + path;
    }

    private static Answer send(String method, String path, Map<String, String> headers, String body) {
        byte[] bytes = body == null ? null : body.getBytes(UTF_8);
        return send(new Request(method, url(path), headers, bytes, false));
    }

    private static Answer send(Request request) {
        return send(request, Effects.real());
    }

    private static Answer send(Request request, Effects effects) {
        return client.send(Visits.with(effects), request).await().atMost(PATIENCE);
    }
}
