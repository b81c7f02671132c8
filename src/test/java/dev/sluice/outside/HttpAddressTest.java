package dev.sluice.outside;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.module.Effects;
import dev.sluice.module.Outbound;
import dev.sluice.module.Outbound.Answer;
import dev.sluice.module.Outbound.Request;
import dev.sluice.payload.Fields;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of an address as users write it: on the wire, and in what a dry run writes down. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(60)
class HttpAddressTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String PORT = "What stands behind the colon of the host is no port; ports go from 1 to 65535.";
    private static final String HOST = "The host of the address is not a valid name; check what stands behind the //.";

    private final Vertx vertx = Vertx.vertx();
    private final Outbound client = HttpClients.patientFor(Duration.ofSeconds(20), vertx);
    private ServerSocket server;
    private String host;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        server.setSoTimeout(20_000);
        host = "127.0.0.1:" + server.getLocalPort();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "/a b?c d=e f        → /a%20b?c%20d=e%20f",
                "/é/漢?é=ü            → /%C3%A9/%E6%BC%A2?%C3%A9=%C3%BC",
                "/😀                 → /%F0%9F%98%80",
                "/a%20b%C3%A9?c=%26   → /a%20b%C3%A9?c=%26",
                "/100%?q=50%zz        → /100%?q=50%zz",
                "/{\"a\"}<b>`^|[c]    → /%7B%22a%22%7D%3Cb%3E%60%5E|[c]",
                "/?q={a}'\"<b>|[c]`^  → /?q={a}%27%22%3Cb%3E|[c]`^",
                "/a/../b//c/.         → /a/../b//c/.",
                "/a\\b?c\\d           → /a/b?c\\d",
                "?a=b                 → /?a=b",
                "/a?                  → /a?",
                "/a?b=c?d             → /a?b=c?d",
                "/a#b c               → /a",
                "/a?b#c?d             → /a?b",
                "/a@b:c?d@e           → /a@b:c?d@e"
            },
            quoteCharacter = '\0')
    void blanks_and_other_letters_are_encoded_as_browsers_do(String written, String sent) throws Exception {
        String head = headOf("http://" + host + written, Map.of());

        assertThat(head).startsWith("GET " + sent + " HTTP/1.1\r\n").contains("\r\nhost: " + host + "\r\n");
    }

    @Test
    void without_a_path_the_slash_is_asked_for() throws Exception {
        assertThat(headOf("HTTP://" + host, Map.of())).startsWith("GET / HTTP/1.1\r\n");
    }

    @Test
    void line_breaks_vanish_and_start_no_header() throws Exception {
        String head = headOf(" http://" + host + "/a\r\nX-Evil: 1\t\n", Map.of());

        assertThat(head).startsWith("GET /aX-Evil:%201 HTTP/1.1\r\n").doesNotContain("\nX-Evil");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "me:secret      | me:secret",
                "me:            | me:",
                "token          | token:",
                "me:a:b@c       | me:a:b@c",
                "m%40e:p%C3%A9%2F | m@e:pé/",
                "mé:pä ß        | mé:pä ß",
                ":secret        | :secret"
            })
    void a_user_and_password_are_sent_as_basic_authorization(String written, String credentials) throws Exception {
        String head = headOf("http://" + written + "@" + host + "/hook", Map.of());

        assertThat(head)
                .startsWith("GET /hook HTTP/1.1\r\n")
                .contains("\r\nhost: " + host + "\r\n")
                .containsIgnoringCase("\r\nAuthorization: Basic "
                        + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8)) + "\r\n")
                .doesNotContain("secret");
    }

    @Test
    void an_authorization_the_caller_gives_wins_over_that_of_the_address() throws Exception {
        String head = headOf("http://me:secret@" + host + "/", Map.of("authorization", "Bearer 1"));

        assertThat(head.lines()
                        .filter(it -> it.toLowerCase(java.util.Locale.ROOT).startsWith("authorization:")))
                .singleElement()
                .asString()
                .endsWith(": Bearer 1");
    }

    @Test
    void a_failure_tells_the_host_and_neither_user_nor_password() throws IOException {
        server.close();

        assertThatThrownBy(() -> answer("http://me:secret@" + host + "/?token=abc", Effects.real()))
                .hasMessage("The connection to " + host + " was refused.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ftp://example.org/         | Only http and https addresses can be called, not ftp.",
                "file:///etc/passwd         | Only http and https addresses can be called, not file.",
                "gopher://example.org/      | Only http and https addresses can be called, not gopher.",
                "example.org/hook           | The address is not complete; it must begin with http:// or https://.",
                "http:///hook               | The address names no host; write it like https://example.org/path.",
                "http:example.org           | The address names no host; write it like https://example.org/path.",
                "http://me@/hook            | The address names no host; write it like https://example.org/path.",
                "http://:80/hook            | The address names no host; write it like https://example.org/path.",
                "http://example.org:99999/  | " + PORT,
                "http://example.org:0/      | " + PORT,
                "http://example.org:-1/     | " + PORT,
                "http://example.org:http/   | " + PORT,
                "http://exa mple.org/       | " + HOST,
                "http://exa%2Fmple.org/     | " + HOST,
                "http://[::1/               | " + HOST,
                "http://[nonsense]/         | " + HOST,
                "http://[decade.de]/        | " + HOST,
                "http://[.:de]/             | " + HOST,
                "http://a..ö/               | " + HOST
            })
    void an_address_that_cannot_be_called_is_refused_in_a_real_run_and_in_a_dry_run(String url, String message) {
        assertThatThrownBy(() -> answer(url, Effects.real())).hasMessage(message);
        assertThatThrownBy(() -> answer(url, Effects.recording())).hasMessage(message);
    }

    @Test
    void a_dry_run_records_headers_without_secrets_and_sends_nothing() throws IOException {
        Effects effects = Effects.recording();
        Fields headers = Fields.of(
                "authorization",
                "1",
                "X-API-Key",
                "2",
                "Cookie",
                "3",
                "X-Auth-Token",
                "4",
                "X-Signing-Key",
                "5",
                "X-Hub-Signature",
                "6",
                "Accept",
                "text/plain",
                "X-Keyword",
                "k",
                "X-Author",
                "a");
        Request request =
                new Request("POST", "http://" + host + "/hook", texts(headers), "body".getBytes(UTF_8), false);

        Answer answer = client.send(Visits.with(effects), request).await().atMost(PATIENCE);

        assertThat(answer).isEqualTo(new Answer(200, ""));
        assertThat(effects.recorded())
                .containsExactly(Fields.of(
                        "kind",
                        "http.request",
                        "method",
                        "POST",
                        "url",
                        "http://" + host + "/hook",
                        "headers",
                        Fields.of(
                                "authorization",
                                "***",
                                "X-API-Key",
                                "***",
                                "Cookie",
                                "***",
                                "X-Auth-Token",
                                "***",
                                "X-Signing-Key",
                                "***",
                                "X-Hub-Signature",
                                "***",
                                "Accept",
                                "text/plain",
                                "X-Keyword",
                                "k",
                                "X-Author",
                                "a"),
                        "body",
                        "body"));
        server.setSoTimeout(200);
        assertThatThrownBy(server::accept).isInstanceOf(java.net.SocketTimeoutException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://h.example/a?b=c#d             | http://h.example/a?b=c",
                "https://h.example:8443/a b           | https://h.example:8443/a%20b",
                "https://h.example:443                | https://h.example/",
                "https://bücher.example/              | https://xn--bcher-kva.example/",
                "http://me:secret@h_1.example/        | http://***@h_1.example/",
                "http://secret@h.example/             | http://***@h.example/"
            })
    void a_dry_run_records_the_address_as_it_would_be_called_but_no_password(String written, String recorded) {
        assertThat(recorded(written)).isEqualTo(recorded);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "key",
                "KEY",
                "apikey",
                "api_key",
                "api%5Fkey",
                "api-key",
                "accessKey",
                "key1",
                "token",
                "access_token",
                "X-Amz-Security-Token",
                "secret",
                "client_secret",
                "password",
                "passwd",
                "pwd",
                "pass",
                "auth",
                "authorization",
                "sig",
                "signature",
                "X-Goog-Signature",
                "credentials",
                "sessionid",
                "auth[key]"
            })
    void parameters_whose_name_says_secret_are_recorded_without_their_value(String name) {
        assertThat(recorded("http://h.example/?a=1&" + name + "=abc=d&b=2"))
                .isEqualTo("http://h.example/?a=1&" + name + "=***&b=2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"keyword", "author", "authors", "signal", "design", "compass", "passenger", "id", "q"})
    void other_parameters_are_recorded_as_they_are(String name) {
        assertThat(recorded("http://h.example/?" + name + "=abc&token&=x"))
                .isEqualTo("http://h.example/?" + name + "=abc&token&=x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://hooks.slack.com/services/T0/B0/secret       | https://hooks.slack.com/services/***",
                "https://HOOKS.slack.com//workflows/T0/secret        | https://HOOKS.slack.com//workflows/***",
                "https://hooks.slack-gov.com/triggers/secret         | https://hooks.slack-gov.com/triggers/***",
                "https://chat.example/hooks/secret                   | https://chat.example/hooks/***",
                "https://chat.example/mm/hooks/secret?x=1            | https://chat.example/mm/hooks/***?x=1",
                "https://a.webhook.office.com/webhookb2/a@b/secret/c | https://a.webhook.office.com/webhookb2/***",
                "https://outlook.office.com/webhook/a@b/secret/c     | https://outlook.office.com/webhook/***",
                "https://a.logic.azure.com/workflows/a?x=1&sig=abc   | https://a.logic.azure.com/workflows/a?x=1&sig=***",
                "https://api.telegram.org/bot1:secret/sendMessage    | https://api.telegram.org/bot***/sendMessage",
                "https://api.telegram.org/file/botsecret/a           | https://api.telegram.org/file/bot***/a",
                "http://bots.example/a/bot1:secret/sendMessage       | http://bots.example/a/bot***/sendMessage",
                "http://bots.example/botsecret/sendMessage           | http://bots.example/bot***/sendMessage",
                "http://bots.example/bot1%3asecret/x                 | http://bots.example/bot***/x"
            })
    void a_path_that_is_the_key_to_a_chat_is_recorded_without_it(String written, String recorded) {
        assertThat(recorded(written)).isEqualTo(recorded).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://h.example/hook",
                "http://h.example/hooks/",
                "http://h.example/bottles/blue",
                "http://h.example/webhooking/a",
                "http://slack.com.example/a/b",
                "http://notslack.com/a/b"
            })
    void other_paths_are_recorded_as_they_are(String url) {
        assertThat(recorded(url)).isEqualTo(url);
    }

    private String recorded(String url) {
        Effects effects = Effects.recording();
        answer(url, effects);
        return (String) effects.recorded().get(0).get("url");
    }

    private Answer answer(String url, Effects effects) {
        return client.send(Visits.with(effects), new Request("GET", url, Map.of(), null, false))
                .await()
                .atMost(PATIENCE);
    }

    /** The head of the request as it came over the wire. */
    private String headOf(String url, Map<String, String> headers) throws Exception {
        var answered = client.send(Visits.with(Effects.real()), new Request("GET", url, headers, null, false))
                .subscribeAsCompletionStage();
        try (Socket caller = server.accept()) {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                byte[] some = new byte[1000];
                int read = caller.getInputStream().read(some);
                assertThat(read).as("bytes of the request").isPositive();
                head.append(new String(some, 0, read, ISO_8859_1));
            }
            caller.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII));
            assertThat(answered.get()).isEqualTo(new Answer(200, ""));
            return head.toString();
        }
    }

    private static Map<String, String> texts(Fields fields) {
        return fields.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, it -> it.getValue().toString(), (a, b) -> b, java.util.LinkedHashMap::new));
    }
}
