package dev.sluice.modules.action;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.sluice.module.Action;
import dev.sluice.module.Modules;
import dev.sluice.module.Step;
import dev.sluice.module.Templates;
import dev.sluice.module.Visit;
import dev.sluice.modules.Visits;
import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ShortPatience.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WebhookTest {
    private static final String TROUBLE = "Something went wrong while sending the request. Error returned: ";
    private static final String REFUSED =
            "Something went wrong with the request or the remote side is having issues. Body returned: ";

    private static WireMockServer server;

    @Inject
    Modules modules;

    @Inject
    Templates templates;

    @BeforeAll
    static void listen() {
        server = new WireMockServer(WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .dynamicHttpsPort());
        server.start();
    }

    @AfterAll
    static void close() {
        server.stop();
    }

    @BeforeEach
    void answer_everything() {
        server.resetAll();
        server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(200)));
    }

    @Test
    void the_data_is_posted_as_json_by_our_name_with_the_depth_of_the_run() {
        assertWentOn(call("url", url("/hook")));

        LoggedRequest sent = sent();
        assertThat(sent.getMethod().getName()).isEqualTo("POST");
        assertThat(sent.getHeader("Content-Type")).isEqualTo("application/json");
        assertThat(sent.getHeader("Accept")).isEqualTo("application/json");
        assertThat(sent.getHeader("User-Agent")).matches("Sluice/\\d+\\.\\d+.*");
        assertThat(sent.getHeader("Sluice-Depth")).isEqualTo("3");
        assertThat(Json.parse(sent.getBodyAsString())).isEqualTo(event());
    }

    @ParameterizedTest
    @CsvSource({"put,PUT", "delete,DELETE"})
    void other_methods_carry_the_payload_too(String choice, String method) {
        assertWentOn(call("url", url("/hook"), "request_method", choice, "payload", "{\"a\":1}"));

        assertThat(sent().getMethod().getName()).isEqualTo(method);
        assertThat(sent().getBodyAsString()).isEqualTo("{\"a\":1}");
    }

    @Test
    void a_get_carries_no_body() {
        assertWentOn(call("url", url("/hook?x=1"), "request_method", "get", "payload", "{\"a\":1}"));

        assertThat(sent().getMethod().getName()).isEqualTo("GET");
        assertThat(sent().getUrl()).isEqualTo("/hook?x=1");
        assertThat(sent().getBody()).isEmpty();
    }

    @Test
    void a_form_of_the_data_has_keys_as_PHP_reads_them_and_its_own_content_type() {
        assertWentOn(
                call("url", url("/hook"), "content_type", "form", "headers", "content-type: text/plain\nX-Own: yes"));

        assertThat(sent().getHeaders().getHeader("Content-Type").values())
                .containsExactly("application/x-www-form-urlencoded");
        assertThat(sent().getHeader("X-Own")).isEqualTo("yes");
        assertThat(java.net.URLDecoder.decode(sent().getBodyAsString(), StandardCharsets.UTF_8))
                .isEqualTo("Event[id]=1&Event[info]=é & co&Event[published]=0&Event[score]=1"
                        + "&Event[Tag][0][name]=tlp:red&Event[Tag][1][name]=a=b");
        assertThat(sent().getBodyAsString()).contains("Event%5Binfo%5D=%C3%A9+%26+co");
    }

    @Test
    void a_text_sent_as_a_form_is_sent_as_it_stands() {
        assertWentOn(call("url", url("/hook"), "content_type", "form", "payload", "a=1&b=%20"));

        assertThat(sent().getBodyAsString()).isEqualTo("a=1&b=%20");
    }

    @Test
    void a_payload_that_is_no_json_is_sent_as_a_json_string() {
        assertWentOn(call("url", url("/hook"), "payload", "no \"json\""));

        assertThat(sent().getBodyAsString()).isEqualTo("\"no \\\"json\\\"\"");
    }

    @Test
    void headers_are_lines_split_at_the_first_colon_and_win_in_any_case() {
        assertWentOn(call(
                "url",
                url("/hook"),
                "headers",
                "authorization: Bearer a:b:c\r\nno header\n Spaced : v \nACCEPT: text/html\nUser-Agent: x"));

        assertThat(sent().getHeader("Authorization")).isEqualTo("Bearer a:b:c");
        assertThat(sent().getHeader("Spaced")).isEqualTo("v");
        assertThat(sent().getHeaders().getHeader("Accept").values()).containsExactly("text/html");
        assertThat(sent().getHeaders().getHeader("User-Agent").values()).containsExactly("x");
    }

    @Test
    void lines_of_the_template_are_headers_and_lines_of_the_data_are_not() {
        Map<String, Object> data = Fields.of(
                "Event",
                Fields.of(
                        "info", "a\r\nAuthorization: b\nX-Evil: c\rX-Evil: d", "Tag", List.of("tlp:red", "tlp:green")));
        Action webhook = webhook();
        Map<String, Object> params = Fields.of(
                "url",
                url("/hook"),
                "headers",
                "X-Event: {{ Event.info }}\n"
                        + "{% for tag in Event.Tag %}X-Tag-{{ loop.index }}: {{ tag }}\n{% endfor %}"
                        + "{% set set %}X-Set: {{ Event.info }}{% endset %}{{ set }}\n"
                        + "{% if Event.info %}Authorization: own{% endif %}");

        assertWentOn(webhook.act(Visits.real(webhook, templates, params, data))
                .await()
                .atMost(Duration.ofSeconds(10)));

        String flat = "a Authorization: b X-Evil: c X-Evil: d";
        assertThat(sent().getHeader("X-Event")).isEqualTo(flat);
        assertThat(sent().getHeader("X-Set")).isEqualTo(flat);
        assertThat(sent().getHeader("X-Tag-1")).isEqualTo("tlp:red");
        assertThat(sent().getHeader("X-Tag-2")).isEqualTo("tlp:green");
        assertThat(sent().getHeaders().getHeader("Authorization").values()).containsExactly("own");
        assertThat(sent().containsHeader("X-Evil")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 203, 204, 205, 206})
    void the_statuses_200_to_206_are_success(int status) {
        answer(status, "");

        assertWentOn(call("url", url("/hook")));
    }

    @ParameterizedTest
    @ValueSource(ints = {207, 226, 300, 304, 400, 404, 429, 500, 503})
    void any_other_status_stops_with_the_body(int status) {
        answer(status, status == 304 ? "" : "why");

        assertThat(reasons(call("url", url("/hook")))).containsExactly(REFUSED + (status == 304 ? "" : "why"));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void a_key_that_does_not_fit_stops_as_failed_authentication(int status) {
        answer(status, "why");

        assertThat(reasons(call("url", url("/hook")))).containsExactly("Authentication failed.");
    }

    @Test
    void of_a_long_body_the_first_1000_characters_are_told() {
        answer(500, "é".repeat(5_000));

        String told = reasons(call("url", url("/hook"))).get(0).substring(REFUSED.length());
        assertThat(told).startsWith("é".repeat(1_000)).hasSizeLessThanOrEqualTo(1_001);
    }

    @Test
    void a_redirect_is_not_followed() {
        server.stubFor(any(urlEqualTo("/hook"))
                .willReturn(aResponse()
                        .withStatus(302)
                        .withHeader("Location", "/other")
                        .withBody("moved")));

        assertThat(reasons(call("url", url("/hook")))).containsExactly(REFUSED + "moved");
        assertThat(sent().getUrl()).isEqualTo("/hook");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\n"})
    void without_a_url_nothing_is_sent(String url) {
        assertThat(reasons(call("url", url))).containsExactly("URL not provided.");
        assertNothingSent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://127.0.0.1/x", "example", "http://", "http://[", "http://127.0.0.1:99999/"})
    void a_url_that_cannot_be_called_stops_with_a_sentence(String url) {
        assertTrouble(call("url", url));
        assertNothingSent();
    }

    @Test
    void a_private_address_that_nobody_listed_stops_with_the_setting_that_lists_it() {
        assertThat(reasons(call("url", "http://10.11.12.13/hook")))
                .containsExactly("Something went wrong while sending the request. Error returned: The host 10.11.12.13"
                        + " has a private address, which modules may not call. To allow it, list the host or its address"
                        + " in sluice.outbound.allow (SLUICE_OUTBOUND_ALLOW).");
    }

    @Test
    void a_closed_port_stops_with_the_host_and_port() {
        int port = ShortPatience.freePort();

        assertTrouble(call("url", "http://127.0.0.1:" + port + "/"), "127.0.0.1:" + port);
    }

    @Test
    void a_server_that_is_too_slow_stops_with_the_host() {
        server.stubFor(any(anyUrl()).willReturn(aResponse().withFixedDelay(20_000)));

        assertTrouble(call("url", url("/hook")), "127.0.0.1:" + server.port());
    }

    @Test
    void an_answer_without_end_stops_at_the_limit_and_loses_its_connection() throws Exception {
        try (ServerSocket endless = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Boolean> cutOff = CompletableFuture.supplyAsync(() -> sendsUntilCutOff(endless));

            assertTrouble(
                    call("url", "http://127.0.0.1:" + endless.getLocalPort() + "/"),
                    String.valueOf(ShortPatience.MAX_ANSWER));
            assertThat(cutOff.get(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void a_self_signed_certificate_is_denied_unless_allowed() {
        String url = "https://127.0.0.1:" + server.httpsPort() + "/hook";

        assertTrouble(call("url", url), "127.0.0.1:" + server.httpsPort());
        assertNothingSent();
        assertTrouble(call("url", url, "self_signed", "deny"), "not trusted");
        assertNothingSent();
        assertWentOn(call("url", url, "self_signed", "allow"));
        assertThat(sent().getUrl()).isEqualTo("/hook");
    }

    @Test
    void a_dry_run_records_without_the_secrets_and_sends_nothing() {
        Action webhook = webhook();
        Map<String, Object> params = Fields.of(
                "url", url("/hook"), "payload", "{\"a\":1}", "headers", "Authorization: Bearer abc\nX-Own: yes");
        Visit visit = Visits.dry(webhook, templates, params, event());

        assertWentOn(webhook.act(visit).await().atMost(Duration.ofSeconds(10)));

        assertNothingSent();
        assertThat(visit.effects().recorded()).singleElement().satisfies(it -> {
            assertThat(it)
                    .containsEntry("kind", "http.request")
                    .containsEntry("method", "POST")
                    .containsEntry("url", url("/hook"))
                    .containsEntry("body", "{\"a\":1}");
            assertThat(it.get("headers").toString())
                    .contains("***", "X-Own=yes")
                    .doesNotContain("abc");
        });
    }

    /** Reads of the request first: a client takes an answer that comes before its question for a fault. */
    private static boolean sendsUntilCutOff(ServerSocket server) {
        try (Socket caller = server.accept()) {
            assertThat(caller.getInputStream().read(new byte[8 * 1024])).isPositive();
            OutputStream out = caller.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] part = new byte[8 * 1024];
            for (long sent = 0; sent < 1_000_000_000; sent += part.length) {
                out.write(part);
            }
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private Step call(Object... params) {
        Action webhook = webhook();
        return webhook.act(Visits.real(webhook, templates, Fields.of(params), event()))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private Action webhook() {
        return (Action) modules.find("action", "webhook").orElseThrow();
    }

    private static Map<String, Object> event() {
        return Fields.of(
                "Event",
                Fields.of(
                        "id",
                        "1",
                        "info",
                        "é & co",
                        "published",
                        false,
                        "score",
                        1.0,
                        "extends",
                        null,
                        "Tag",
                        List.of(Fields.of("name", "tlp:red"), Fields.of("name", "a=b")),
                        "Galaxy",
                        List.of()));
    }

    private static String url(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    private static void answer(int status, String body) {
        server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status).withBody(body)));
    }

    private static LoggedRequest sent() {
        List<LoggedRequest> all = server.findAll(anyRequestedFor(anyUrl()));
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static void assertNothingSent() {
        assertThat(server.findAll(anyRequestedFor(anyUrl()))).isEmpty();
    }

    private static void assertWentOn(Step step) {
        assertThat(step).isInstanceOf(Step.GoOn.class);
    }

    private static List<String> reasons(Step step) {
        assertThat(step).isInstanceOf(Step.Stop.class);
        return ((Step.Stop) step).reasons();
    }

    private static void assertTrouble(Step step, String... told) {
        assertThat(reasons(step)).singleElement().satisfies(it -> {
            assertThat(it).startsWith(TROUBLE).doesNotContain("Exception", "null");
            assertThat(told).allSatisfy(part -> assertThat(it).contains(part));
            assertThat(it.substring(TROUBLE.length())).hasSizeGreaterThan(20).endsWith(".");
        });
    }
}
