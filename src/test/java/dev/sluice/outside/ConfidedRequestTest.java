package dev.sluice.outside;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.sluice.module.Effects;
import dev.sluice.module.Marked;
import dev.sluice.module.Outbound.Answer;
import dev.sluice.module.Outbound.Request;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the client makes of secrets in a request: who is told, and what is said about it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ConfidedRequestTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(options().bindAddress("127.0.0.1").dynamicPort().templatingEnabled(true))
            .build();

    private final Vertx vertx = Vertx.vertx();
    private final Map<String, String> secrets = new HashMap<>();
    private final Map<String, String> headers = new TreeMap<>();

    @BeforeEach
    void keepASecret() {
        secret("api", "hush-hush", "127.0.0.1 *.example.org");
        SERVER.stubFor(any(anyUrl()).willReturn(ok("there")));
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://${secret:api}/",
                "https://${secret:api}.example.org/",
                "https://127.0.0.1:${secret:api}/",
                "https://${secret:api}@127.0.0.1/",
                "https://me:${secret:api}@127.0.0.1/",
                "https://127.0.0.1.${secret:api}\\x/",
                " ht\ttps:/\n/${secret:api}?x",
                "${secret:api}://127.0.0.1/"
            })
    void a_secret_does_not_choose_who_is_called(String url) {
        for (Effects effects : List.of(Effects.real(), Effects.recording())) {
            assertThatThrownBy(() -> send(effects, url, ""))
                    .hasMessageStartingWith(
                            "The secret `api` stands in the host, user or port of the address, where everybody on the way"
                                    + " would read it.")
                    .hasMessageNotContaining("hush");
        }
    }

    @Test
    void behind_the_host_it_is_told_in_the_encoding_of_addresses() {
        secret("api", "a/b c", "127.0.0.1");

        send(Effects.real(), url("/${secret:api}?k=${secret:api}"), "");

        assertThat(sent().getUrl()).isEqualTo("/a%2Fb%20c?k=a%2Fb%20c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin:pw", "hush", "hush://127.0.0.1/", "https://hush hush/", "http://127.0.0.1:hush/"})
    void an_address_that_is_a_secret_and_none_is_not_repeated(String value) {
        secret("login", value, "127.0.0.1");

        for (Effects effects : List.of(Effects.real(), Effects.recording())) {
            assertThatThrownBy(() -> send(effects, "${secret:login}", ""))
                    .hasMessage(
                            "The secret `login` is the whole address here, and not one that can be called. It must be"
                                    + " like https://example.org/path.");
        }
    }

    @Test
    void the_host_of_an_address_that_is_a_secret_is_in_no_message() {
        secret("stranger", "https://hush.example.net/hook", "127.0.0.1");
        secret("unlisted", "http://10.7.7.7:7777/hook", "http://10.7.7.7");
        secret("refused", "http://127.0.0.1:1/hook", "127.0.0.1");

        assertThatThrownBy(() -> send(Effects.real(), "${secret:stranger}", ""))
                .hasMessageStartingWith(
                        "The secret `stranger` is not for the host of the address ${secret:stranger}, so");
        assertThatThrownBy(() -> send(Effects.real(), "${secret:unlisted}", ""))
                .hasMessageStartingWith(
                        "The host ${secret:unlisted} has a private address, which modules may not call");
        assertThatThrownBy(() -> send(Effects.real(), "${secret:refused}", ""))
                .hasMessage("The connection to ${secret:refused} was refused.");
    }

    @Test
    void a_server_that_repeats_the_address_it_has_from_a_secret_tells_nobody() {
        secret(
                "hook",
                "http://me:pass-word@127.0.0.1:" + SERVER.getPort() + "/hooks/a%2Fb c/hushhushhushhush?k=v%20w&sig=1",
                "127.0.0.1");
        SERVER.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withStatus(404)
                        .withTransformers("response-template")
                        .withBody("uri {{request.url}} path {{request.path}} decoded /hooks/a/b c/hushhushhushhush, no"
                                + " hooks/a%2fb%20c/hushhushhushhush, token hushhushhushhush,"
                                + " {{request.headers.Authorization}}, me:pass-word, pass-word")));

        Answer answer = send(Effects.real(), "${secret:hook}", "");

        assertThat(sent().getUrl()).isEqualTo("/hooks/a%2Fb%20c/hushhushhushhush?k=v%20w&sig=1");
        assertThat(answer.body()).isEqualTo("uri *** path *** decoded ***, no ***, token ***, Basic ***, ***, ***");
    }

    @Test
    void words_of_the_address_stay_words_in_messages_and_answers() {
        secret("hook", "http://127.0.0.1:" + SERVER.getPort() + "/hook", "http://127.0.0.1");
        secret("host", "http://10.7.7.7/host", "http://10.7.7.7");
        SERVER.stubFor(any(anyUrl()).willReturn(ok("Webhook: no /hook")));

        assertThat(send(Effects.real(), "${secret:hook}", "").body()).isEqualTo("Webhook: no ***");
        assertThatThrownBy(() -> send(Effects.real(), "${secret:host}", ""))
                .hasMessageStartingWith("The host ${secret:host} has a private address");
    }

    @ParameterizedTest
    @CsvSource({"http, false", "https, true"})
    void where_others_can_read_along_it_is_told_only_to_who_is_listed_so(String scheme, boolean trusting) {
        secret("api", "hush-hush", "here.example.org https://127.0.0.1");
        for (String host : List.of("here.example.org", "127.0.0.1")) {
            Request request = new Request(
                    "GET", scheme + "://" + host + "/?" + Marked.text("${secret:api}"), Map.of(), null, trusting);

            assertThatThrownBy(() -> send(Effects.recording(), request))
                    .hasMessage("The secret `api` is for " + host
                            + " by https with a certificate that is checked, and this"
                            + " request goes there by http or takes any certificate, so nothing was sent. To tell it"
                            + " although others can read along, list the host as http://" + host + " in api.hosts.");
            secret("api", "hush-hush", "http://" + host);
            assertThat(send(Effects.recording(), request).status()).isEqualTo(200);
            secret("api", "hush-hush", "here.example.org https://127.0.0.1");
        }
    }

    @Test
    void a_secret_that_a_filter_changed_is_not_sent() {
        String changed = Marked.text("${secret:api}").toUpperCase(Locale.ROOT);
        String message =
                "A filter or function of a template changed a secret, so its value cannot be put in and nothing"
                        + " was sent. Put it in as it is: ${secret:name}, without upper, replace or the like.";

        assertThatThrownBy(() -> send(Effects.real(), url("/" + changed), "")).hasMessage(message);
        assertThatThrownBy(() -> send(Effects.real(), url("/"), "a " + changed)).hasMessage(message);
        headers.put("X-Key", changed);
        assertThatThrownBy(() -> send(Effects.real(), url("/"), "")).hasMessage(message);
        assertThat(SERVER.getAllServeEvents()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 303, 307})
    void a_redirect_takes_nothing_to_a_host_it_is_not_for(int status) {
        SERVER.stubFor(any(urlPathEqualTo("/from"))
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("Location", "http://127.0.0.2:1/?{{request.query.k}}")
                        .withTransformers("response-template")));

        assertThatThrownBy(() -> send(Effects.real(), url("/from?k=${secret:api}"), ""))
                .hasMessageStartingWith("The secret `api` is not for 127.0.0.2, ");
    }

    private void secret(String name, String value, String hosts) {
        secrets.put("SLUICE_SECRET_" + name.toUpperCase(Locale.ROOT), value);
        secrets.put("SLUICE_SECRET_" + name.toUpperCase(Locale.ROOT) + "_HOSTS", hosts);
    }

    private static String url(String path) {
        return "http://127.0.0.1:" + SERVER.getPort() + path;
    }

    private static LoggedRequest sent() {
        return SERVER.getAllServeEvents().get(0).getRequest();
    }

    private Answer send(Effects effects, String url, String body) {
        Map<String, String> marked = new TreeMap<>();
        headers.forEach((name, value) -> marked.put(name, Marked.text(value)));
        byte[] bytes = body.isEmpty() ? null : Marked.text(body).getBytes(UTF_8);
        return send(effects, new Request("POST", Marked.text(url), marked, bytes, false));
    }

    private Answer send(Effects effects, Request request) {
        return HttpClients.confided(secrets, vertx)
                .send(Visits.with(effects), request)
                .await()
                .atMost(PATIENCE);
    }
}
