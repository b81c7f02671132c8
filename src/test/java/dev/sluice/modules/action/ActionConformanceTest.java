package dev.sluice.modules.action;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.sluice.conformance.ArbitraryUrlsOff;
import dev.sluice.conformance.Conformance;
import dev.sluice.conformance.Recorded;
import dev.sluice.module.Action;
import dev.sluice.module.Effects;
import dev.sluice.module.Occasion;
import dev.sluice.module.Outbound;
import dev.sluice.module.Publisher;
import dev.sluice.module.Settings;
import dev.sluice.module.Step;
import dev.sluice.module.Templates;
import dev.sluice.module.Visit;
import dev.sluice.payload.Fields;
import dev.sluice.payload.Filter;
import dev.sluice.payload.Json;
import dev.sluice.payload.Payload;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The actions against what the original sent: webhooks go to a real server, messages to the recorder of a dry run. */
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ActionConformanceTest {
    private static final Set<String> OURS = Set.of(
            "blueprint-action-module",
            "stop-execution",
            "push-zmq",
            "webhook",
            "ms-teams-webhook",
            "telegram-send-alert",
            "splunk-hec-export");

    private static WireMockServer sink;

    @Inject
    Outbound outbound;

    @Inject
    Publisher publisher;

    @Inject
    Templates templates;

    @BeforeAll
    static void listen() {
        sink = new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());
        sink.start();
    }

    @AfterAll
    static void close() {
        sink.stop();
    }

    static Stream<Arguments> cases() {
        return cases(true);
    }

    /** Cases recorded with the setting about URLs on, or off. */
    static Stream<Arguments> cases(boolean arbitraryUrls) {
        Map<String, Object> file = Conformance.file("action-modules");
        return Conformance.cases("action-modules")
                .filter(it ->
                        arbitraryUrls != String.valueOf(it.get("note")).contains(ArbitraryUrlsOff.SETTING + "=false"))
                .filter(it -> OURS.contains(it.get("module")))
                .map(it -> Arguments.of(it.get("id"), it, Recorded.input(file, it)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void acts_as_the_original_did(String id, Map<String, Object> recorded, Map<String, Object> data) {
        String params = Json.write(recorded.get("indexed_params"));
        sink.resetAll();
        for (int status : new int[] {201, 204, 302, 401, 403, 404, 500}) {
            sink.stubFor(any(urlEqualTo("/status/" + status))
                    .willReturn(aResponse().withStatus(status).withBody("synthetic body " + status)));
        }
        sink.stubFor(any(urlPathMatching("/hook.*|/telegram/.*")).willReturn(ok()));
        Action action = action((String) recorded.get("module"));
        Object ours = Json.parse(params.replace("127.0.0.1:18667", "127.0.0.1:" + sink.port()));
        Effects effects = action instanceof PushZmq ? Effects.recording() : Effects.real();
        Settings settings = Settings.of(action.spec(), Recorded.map(ours), templates);
        Visit visit = new Visit(
                new Payload(data),
                settings,
                Filter.of(recorded.get("saved_filters")),
                new Occasion("", 7, "wf", "event-publish", 0),
                effects);

        Step step = action.act(visit).await().atMost(Duration.ofSeconds(5));

        assertThat(step instanceof Step.GoOn).isEqualTo(recorded.get("returned"));
        List<String> errors = step instanceof Step.Stop stop ? stop.reasons() : List.of();
        List<?> expected = (List<?>) recorded.get("errors");
        assertThat(errors).hasSameSizeAs(expected);
        for (int i = 0; i < errors.size(); i++) {
            // what comes behind "Error returned: " are the words of the HTTP client
            String there = expected.get(i).toString();
            int client = there.indexOf("Error returned: ");
            assertThat(errors.get(i)).startsWith(client < 0 ? there : there.substring(0, client + 16));
        }
        List<Map<String, Object>> sent = sent(effects);
        assertThat(Conformance.same(expectedSent(recorded, data), sent))
                .as("%s should be %s", Json.write(sent), Json.write(expectedSent(recorded, data)))
                .isTrue();
    }

    private Action action(String id) {
        return switch (id) {
            case "blueprint-action-module" -> new BlueprintActionModule();
            case "stop-execution" -> new StopExecution();
            case "push-zmq" -> new PushZmq(publisher);
            case "ms-teams-webhook" -> new MsTeamsWebhook(outbound);
            case "telegram-send-alert" -> new TelegramSendAlert(outbound, () -> sink.baseUrl() + "/telegram");
            case "splunk-hec-export" -> new SplunkHecExport(outbound);
            default -> new Webhook(outbound);
        };
    }

    private static List<Map<String, Object>> sent(Effects effects) {
        List<Map<String, Object>> sent = new ArrayList<>();
        effects.recorded().forEach(it -> sent.add(Fields.of("topic", it.get("topic"), "data", it.get("data"))));
        for (ServeEvent event : sink.getAllServeEvents()) {
            LoggedRequest request = event.getRequest();
            Fields headers = new Fields();
            request.getHeaders().all().forEach(it -> headers.put(it.key().toLowerCase(Locale.ROOT), it.firstValue()));
            List.of("user-agent", "sluice-depth", "host", "content-length", "connection")
                    .forEach(headers::remove);
            sent.add(Fields.of(
                    "method", request.getMethod().getName(),
                    "path", URI.create(request.getUrl()).getPath(),
                    "headers", headers,
                    "body", Json.parse(request.getBody())));
        }
        return sent;
    }

    private static List<Map<String, Object>> expectedSent(Map<String, Object> recorded, Map<String, Object> data) {
        Map<String, Object> effects = Recorded.map(recorded.get("effects"));
        List<Map<String, Object>> expected = new ArrayList<>();
        if (effects.get("zmq") instanceof List<?> messages) {
            for (Object message : messages) {
                expected.add(Fields.of(
                        "topic",
                        "misp_json_workflow",
                        "data",
                        Recorded.map(message).get("data")));
            }
        }
        if (effects.get("http") instanceof List<?> requests) {
            for (Object it : requests) {
                Map<String, Object> request = Recorded.map(it);
                if ("sink".equals(request.get("to"))) {
                    Fields headers = Fields.copyOf(Recorded.map(request.get("headers")));
                    headers.remove("user-agent");
                    Object body = Recorded.map(request.get("body")).get("json");
                    expected.add(Fields.of(
                            "method",
                            request.get("method"),
                            "path",
                            URI.create((String) request.get("path")).getPath(),
                            "headers",
                            headers,
                            "body",
                            "@roaming_in".equals(body) ? data : body));
                }
            }
        }
        return expected;
    }
}
