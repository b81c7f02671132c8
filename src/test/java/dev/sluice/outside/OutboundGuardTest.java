package dev.sluice.outside;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
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
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client of modules with its guard up: one server may be called, a trap beside it must stay empty. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@EnabledOnOs(value = OS.LINUX, disabledReason = "127.0.0.2 is an address of its own there only")
@Timeout(60)
class OutboundGuardTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Map<String, String> SECRETS =
            Map.of("Authorization", "Bearer secret", "X-Api-Key", "secret", "Cookie", "s=1", "Accept", "text/plain");

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(options().bindAddress("127.0.0.1").dynamicPort())
            .build();

    private final Vertx vertx = Vertx.vertx();
    private final Deque<String> answers = new ArrayDeque<>();
    private ServerSocket trap;

    @BeforeEach
    void setTheTrap() throws IOException {
        trap = new ServerSocket(SERVER.getPort(), 10, InetAddress.getByName("127.0.0.2"));
        SERVER.stubFor(any(anyUrl()).willReturn(ok("there")));
    }

    @AfterEach
    void nobodyIsInIt() throws IOException {
        trap.setSoTimeout(1);
        assertThatThrownBy(trap::accept).isInstanceOf(SocketTimeoutException.class);
        trap.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.2:PORT/",
                "http://127.0.2:PORT/",
                "http://2130706434:PORT/",
                "http://0x7f.2:PORT/",
                "http://[::1]:PORT/",
                "http://[::ffff:127.0.0.2]:PORT/",
                "http://[::ffff:7f00:2]:PORT/",
                "http://0.0.0.0:PORT/",
                "http://0:PORT/",
                "http://169.254.169.254/latest/meta-data/",
                "http://[fd00:ec2::254]/",
                "http://[fd12:3456::1]/",
                "http://100.64.0.1/",
                "http://10.0.0.1/",
                "http://localhost./",
                "http://ＬＯＣＡＬＨＯＳＴ:1/",
                "http://１２７.0.0.2:PORT/",
                "http://127.0.0.2%2e:PORT/",
                "http://127.0.0.1@127.0.0.2:PORT/",
                "http://127.0.0.1:PORT@127.0.0.2:PORT/",
                "http://127.0.0.2:PORT\\@127.0.0.1:PORT/",
                "http://127.0.0.2:PORT#@127.0.0.1:PORT/",
                "http://127.0.0.2:PORT?@127.0.0.1:PORT/",
                "file:///etc/passwd",
                "jar:http://127.0.0.1:PORT/a.jar!/b",
                "gopher://127.0.0.1:PORT/_GET",
                "ftp://127.0.0.1/",
                "http:127.0.0.1:PORT/"
            })
    void what_is_not_listed_is_called_in_no_disguise(String url) {
        Outbound client = client(List.of("127.0.0.1"), 0);

        assertThatThrownBy(() -> get(client, url))
                .isInstanceOf(OutsideException.class)
                .hasMessageEndingWith(".");
        assertThat(SERVER.getAllServeEvents()).isEmpty();

        redirectTo(url);
        assertThatThrownBy(() -> get(client(List.of("127.0.0.1"), 3), here()))
                .as("by a redirect")
                .isInstanceOf(OutsideException.class);
        SERVER.verify(1, getRequestedFor(anyUrl()));
    }

    @Test
    void what_is_refused_is_refused_in_a_dry_run_too() {
        Outbound client = client(List.of("127.0.0.1"), 0);

        assertThatThrownBy(() -> client.send(
                                Visits.with(Effects.recording()),
                                new Request("GET", "http://127.0.0.2/", Map.of(), null, false))
                        .await()
                        .atMost(PATIENCE))
                .hasMessageContaining("a loopback address, which modules may not call")
                .hasMessageContaining("SLUICE_OUTBOUND_ALLOW");
    }

    @Test
    void a_name_that_comes_to_mean_something_else_is_looked_at_again() {
        Outbound client = guarded(List.of("127.0.0.1"), 0);
        String url = "http://rebind.example.org:" + SERVER.getPort() + "/";
        answers.addAll(List.of("127.0.0.1", "127.0.0.2"));

        assertThat(get(client, url)).isEqualTo(new Answer(200, "there"));
        assertThat(answers).as("asked once, and the answer is what is called").hasSize(1);
        assertThatThrownBy(() -> get(client, url)).hasMessageContaining("The host rebind.example.org has a loopback");

        SERVER.verify(
                1, getRequestedFor(anyUrl()).withHeader("Host", equalTo("rebind.example.org:" + SERVER.getPort())));
    }

    @Test
    void a_name_that_takes_its_time_is_given_up_with_the_request() {
        CountDownLatch never = new CountDownLatch(1);
        Outbound client = HttpClients.guarded(Duration.ofMillis(300), vertx, List.of(), 0, host -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        });
        try {
            assertThatThrownBy(() -> get(client, "http://slow.example.org/"))
                    .hasMessageContaining("The request to slow.example.org:80 timed out after 300 ms");
        } finally {
            never.countDown();
        }
    }

    @Test
    void a_redirect_that_is_allowed_is_followed_without_what_was_told_in_confidence() {
        SERVER.stubFor(any(urlEqualTo("/from"))
                .willReturn(aResponse().withStatus(302).withHeader("Location", "/a/to?x=1#there")));
        SERVER.stubFor(any(urlEqualTo("/a/to?x=1"))
                .willReturn(aResponse().withStatus(302).withHeader("Location", "end")));
        String withPassword = "http://me:secret@127.0.0.1:" + SERVER.getPort() + "/from";

        Answer answer = send(client(List.of("127.0.0.1"), 2), "POST", withPassword, "secret body");

        assertThat(answer).isEqualTo(new Answer(200, "there"));
        SERVER.verify(postRequestedFor(urlEqualTo("/from")).withHeader("X-Api-Key", equalTo("secret")));
        for (String later : List.of("/a/to?x=1", "/a/end")) {
            SERVER.verify(getRequestedFor(urlEqualTo(later))
                    .withoutHeader("Authorization")
                    .withoutHeader("X-Api-Key")
                    .withoutHeader("Cookie")
                    .withHeader("Accept", equalTo("text/plain"))
                    .withHeader("Sluice-Depth", equalTo("3"))
                    .withRequestBody(absent()));
        }
    }

    @Test
    void a_redirect_that_keeps_the_method_keeps_the_body() {
        SERVER.stubFor(
                any(urlEqualTo("/from")).willReturn(aResponse().withStatus(307).withHeader("Location", "//" + at())));

        send(client(List.of("127.0.0.1"), 1), "POST", here() + "from", "body");

        SERVER.verify(postRequestedFor(urlEqualTo("/")).withRequestBody(equalTo("body")));
    }

    @Test
    void a_password_in_the_address_of_a_redirect_is_not_sent() {
        redirectTo("http://me:secret@127.0.0.1:" + SERVER.getPort() + "/to");
        SERVER.stubFor(any(urlEqualTo("/to")).willReturn(ok("there")));

        assertThat(get(client(List.of("127.0.0.1"), 1), here() + "from").body()).isEqualTo("there");

        SERVER.verify(getRequestedFor(urlEqualTo("/to")).withoutHeader("Authorization"));
    }

    @Test
    void redirects_end() {
        redirectTo(here());

        assertThatThrownBy(() -> get(client(List.of("127.0.0.1"), 3), here()))
                .hasMessage(at() + " redirects, and 3 redirects were followed already. To follow more, set"
                        + " sluice.outbound.redirects (SLUICE_OUTBOUND_REDIRECTS).");
        SERVER.verify(4, getRequestedFor(anyUrl()));
    }

    @Test
    void a_proxy_of_the_environment_is_not_used() {
        Map<String, String> proxy =
                Map.of("http.proxyHost", "127.0.0.2", "http.proxyPort", String.valueOf(SERVER.getPort()));
        proxy.forEach(System::setProperty);
        try {
            assertThat(get(client(List.of("127.0.0.1"), 0), here())).isEqualTo(new Answer(200, "there"));
        } finally {
            proxy.keySet().forEach(System::clearProperty);
        }
    }

    private void redirectTo(String location) {
        SERVER.stubFor(
                any(anyUrl()).willReturn(aResponse().withStatus(302).withHeader("Location", withPort(location))));
    }

    private static String withPort(String url) {
        return url.replace("PORT", String.valueOf(SERVER.getPort()));
    }

    private static String at() {
        return "127.0.0.1:" + SERVER.getPort();
    }

    private static String here() {
        return "http://" + at() + "/";
    }

    private Outbound client(List<String> allowed, int redirects) {
        return HttpClients.guarded(PATIENCE, vertx, allowed, redirects, AddressGuard.SYSTEM);
    }

    /** Names mean what {@link #answers} says, one after the other. */
    private Outbound guarded(List<String> allowed, int redirects) {
        return HttpClients.guarded(
                PATIENCE, vertx, allowed, redirects, host -> List.of(InetAddress.getByName(answers.remove())));
    }

    private static Answer get(Outbound client, String url) {
        return send(client, "GET", withPort(url), null);
    }

    private static Answer send(Outbound client, String method, String url, String body) {
        byte[] bytes = body == null ? null : body.getBytes(UTF_8);
        return client.send(Visits.with(Effects.real()), new Request(method, url, SECRETS, bytes, false))
                .await()
                .atMost(PATIENCE);
    }
}
