package dev.sluice.store.debug;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.sluice.conformance.Conformance;
import dev.sluice.conformance.Recorded;
import dev.sluice.modules.trigger.Asked;
import dev.sluice.outside.misp.SeededMisp;
import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the original posted to its debug server, posted here to a real one: paths, queries, bodies, in that order. */
@QuarkusTest
@WithTestResource(SeededMisp.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DebugConformanceTest {
    private static WireMockServer sink;

    @Inject
    Debugging debugging;

    @BeforeAll
    static void listen() {
        sink = new WireMockServer(
                WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
        sink.start();
        sink.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.ok()));
    }

    @AfterAll
    static void close() {
        sink.stop();
    }

    static Stream<Arguments> cases() {
        return Conformance.cases("debug")
                .filter(it -> !isOff(Recorded.map(it.get("expected"))))
                .map(it -> Arguments.of(it.get("id"), it));
    }

    /** The trigger was disabled, so that there was no run. */
    private static boolean isOff(Map<String, Object> expected) {
        return !expected.containsKey("outcomeText") && !expected.containsKey("http");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void posts_what_the_original_posted(String id, Map<String, Object> recorded) throws InterruptedException {
        Map<String, Object> workflow = Recorded.map(recorded.get("workflow"));
        Map<String, Object> expected = Recorded.map(recorded.get("expected"));
        SeededMisp.again();
        sink.resetRequests();

        List<Object> posts = new ArrayList<>(list(expected.get("http")));
        try (Debugging.Session session =
                debugging.with(Settings.server("http://127.0.0.1:" + sink.port() + "/debug"))) {
            session.run((String) workflow.get("trigger_id"), workflow.get("data"), recorded.get("input"));
            for (Object job : list(expected.get("background_jobs"))) {
                session.runBranch();
                posts.addAll(list(Recorded.map(job).get("http")));
            }
            session.settle();
        }

        assertPosted(
                recorded,
                posts.stream()
                        .map(Recorded::map)
                        .filter(it -> "sink".equals(it.get("to")))
                        .toList());
    }

    private static void assertPosted(Map<String, Object> recorded, List<Map<String, Object>> expected) {
        List<LoggedRequest> posted = sink.findAll(WireMock.postRequestedFor(WireMock.anyUrl()));
        assertThat(posted)
                .extracting(LoggedRequest::getUrl)
                .isEqualTo(expected.stream().map(it -> it.get("path")).toList());
        for (int i = 0; i < expected.size(); i++) {
            assertPost(recorded, expected.get(i), posted.get(i));
        }
    }

    private static void assertPost(Map<String, Object> recorded, Map<String, Object> expected, LoggedRequest posted) {
        Map<String, Object> there =
                Recorded.map(Recorded.map(expected.get("body")).get("json"));
        Map<String, Object> here = Recorded.map(Json.parse(posted.getBody()));
        assertThat(posted.getHeader("Content-Type"))
                .isEqualTo(Recorded.map(expected.get("headers")).get("content-type"));
        assertThat(here.keySet()).containsExactlyElementsOf(there.keySet());
        assertThat(here.get("timestamp").toString())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[+-]\\d\\d:\\d\\d");
        there.keySet().stream().filter(key -> !key.equals("timestamp")).forEach(key -> assertThat(
                        Conformance.same(resolved(recorded, there.get(key)), here.get(key)))
                .as("%s of %s is %s", key, there, here)
                .isTrue());
    }

    /** Data of the case stands in its requests by name. */
    private static Object resolved(Map<String, Object> recorded, Object value) {
        if ("@input".equals(value)) {
            return recorded.get("input");
        }
        if ("@roaming_in".equals(value)) {
            Object full = Recorded.map(Recorded.map(recorded.get("expected")).get("normalized"))
                    .get("full");
            return "tag-attached-after-save".equals(recorded.get("trigger")) ? Asked.told(full) : full;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> whole = Fields.copyOf(Recorded.map(map));
            whole.replaceAll((key, part) -> resolved(recorded, part));
            return whole;
        }
        return value;
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
