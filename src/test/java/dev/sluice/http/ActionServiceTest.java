package dev.sluice.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static dev.sluice.http.Api.BASE;
import static dev.sluice.http.Api.admin;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sluice where MISP expects its Action service, with real misp-modules (here: WireMock) behind it. */
@QuarkusTest
@TestProfile(ActionServiceTest.Behind.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ActionServiceTest {
    private static final String UPSTREAM_MODULES =
            "[{\"name\":\"mattermost\",\"type\":\"action_mod\",\"mispattributes\":{\"config\":[]},"
                    + "\"meta\":{\"description\":\"Chat\",\"module-type\":[\"action\"],\"oddity\":{\"kept\":[1.5,{}]}}},"
                    + "{\"name\":\"sluice_event_publish\",\"meta\":{\"description\":\"an impostor\"}},{\"no\":\"name\"},7]";

    public static class Behind implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(MispModules.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    public static class MispModules implements QuarkusTestResourceLifecycleManager {
        private WireMockServer upstream;

        @Override
        public Map<String, String> start() {
            upstream = new WireMockServer(
                    WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
            upstream.start();
            upstream.stubFor(get("/modules").willReturn(okJson(UPSTREAM_MODULES)));

            return Map.of(
                    "sluice.modules.action.url",
                    "http://127.0.0.1:" + upstream.port() + "/",
                    "sluice.modules.refresh",
                    "200ms",
                    "sluice.modules.retry",
                    "200ms",
                    "sluice.modules.action.timeout",
                    "1s",
                    "sluice.modules.max-answer",
                    "100K");
        }

        @Override
        public void inject(TestInjector injector) {
            injector.injectIntoFields(upstream, field -> field.getName().equals("modules"));
        }

        @Override
        public void stop() {
            upstream.stop();
        }
    }

    WireMockServer modules;

    @BeforeEach
    void nothing_was_asked() {
        modules.resetRequests();
        Api.draw("event-publish", Api.stopsRed("event-publish"));
    }

    private static io.restassured.response.ValidatableResponse query(String module, Object data) {
        return given().contentType(ContentType.JSON)
                .body(Json.write(Fields.of("module", module, "params", List.of(), "data", data)))
                .post("/query")
                .then();
    }

    private static Object event(String... tags) {
        return Json.parse(Api.event(tags));
    }

    private static List<Map<String, Object>> listed() {
        return given().get("/modules")
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .extract()
                .jsonPath()
                .getList("$");
    }

    private static Map<String, Object> listed(String name) {
        return listed().stream()
                .filter(it -> name.equals(it.get("name")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void each_trigger_is_a_module_in_the_shape_that_misp_needs() {
        Map<String, Object> module = listed("sluice_event_publish");

        assertThat(module).containsEntry("type", "action_mod").containsEntry("mispattributes", Map.of());
        Map<?, ?> meta = (Map<?, ?>) module.get("meta");
        assertThat(meta.get("module-type")).isEqualTo(List.of("action"));
        assertThat(meta.get("description").toString()).contains("event-publish");
        assertThat(meta.containsKey("outputs")).isFalse();
        assertThat(meta.get("config"))
                .isEqualTo(Map.of(
                        "blocking",
                        true,
                        "expect_misp_core_format",
                        false,
                        "support_filters",
                        false,
                        "params",
                        Map.of()));
        assertThat(listed())
                .extracting(it -> it.get("name").toString())
                .doesNotHaveDuplicates()
                .allMatch(it -> it.matches("[a-z0-9_]+"));
    }

    @Test
    void the_graph_of_the_example_uses_modules_that_there_are() {
        Map<?, ?> graph = (Map<?, ?>) Json.parse(Api.example("misp-service/graph.json"));
        Map<?, ?> node = (Map<?, ?>) ((Map<?, ?>) graph.get("2")).get("data");

        assertThat(listed((String) node.get("id")).get("name")).isEqualTo(node.get("name"));
        assertThat(graph).hasSize(2);
    }

    @Test
    void a_trigger_that_does_not_block_is_a_module_that_does_not() {
        Map<?, ?> meta = (Map<?, ?>) listed("sluice_event_after_save").get("meta");

        assertThat(((Map<?, ?>) meta.get("config")).get("blocking")).isEqualTo(false);
    }

    @Test
    void a_declared_trigger_is_a_module_at_once_and_can_stop_misp() {
        admin().body("{\"id\":\"case-4-opened\",\"blocking\":true}")
                .post(BASE + "/triggers")
                .then()
                .statusCode(201);
        Api.draw("case-4-opened", Api.stopsRed("case-4-opened"));

        assertThat(listed("sluice_case_4_opened")).isNotNull();
        query("sluice_case_4_opened", event("tlp:red")).statusCode(200).body("error", containsString("no red"));
    }

    @Test
    void the_list_comes_from_memory_well_within_the_second_that_misp_waits() {
        listed();
        Instant start = Instant.now();

        for (int i = 0; i < 20; i++) {
            listed();
        }

        assertThat(Duration.between(start, Instant.now()).toMillis() / 20).isLessThan(250);
    }

    @Test
    void the_modules_behind_are_listed_as_they_are_but_cannot_pose_as_triggers() {
        await(() -> listed().stream().anyMatch(it -> "mattermost".equals(it.get("name"))));

        Object whole = Json.parse(given().get("/modules").asByteArray());
        Object sent = ((List<?>) Json.parse(UPSTREAM_MODULES)).get(0);
        assertThat((List<?>) whole).anyMatch(sent::equals);
        assertThat(listed("sluice_event_publish").toString()).doesNotContain("impostor");
    }

    @Test
    void they_stay_listed_while_their_service_is_down() {
        await(() -> listed().stream().anyMatch(it -> "mattermost".equals(it.get("name"))));
        var down = modules.stubFor(get("/modules").willReturn(aResponse().withStatus(500)));
        modules.resetRequests();
        await(() -> modules.getAllServeEvents().size() > 1);

        assertThat(listed("mattermost")).isNotNull();

        modules.removeStub(down);
    }

    @Test
    void what_may_pass_is_answered_with_data() {
        query("sluice_event_publish", event("tlp:green"))
                .statusCode(200)
                .body("data", is(true))
                .body("size()", is(1));
    }

    @Test
    void what_is_stopped_is_answered_with_the_reasons() {
        query("sluice_event_publish", event("tlp:red"))
                .statusCode(200)
                .body("error", containsString("Node `stop-execution` (3)"))
                .body("error", containsString("no red"))
                .body("size()", is(1));
    }

    @Test
    void where_nothing_listens_misp_goes_on() {
        Api.clear("event-publish");

        query("sluice_event_publish", event("tlp:red")).statusCode(200).body("data", is(true));
    }

    @Test
    void data_that_misp_flattened_already_is_understood() {
        Fields attribute =
                Fields.of("uuid", "3b2a1908-7f6e-4d5c-8b4a-000000000002", "type", "ip-dst", "value", "1.2.3.4");
        Object data = Fields.of(
                "Event",
                Fields.of(
                        "uuid",
                        "3b2a1908-7f6e-4d5c-8b4a-000000000001",
                        "Tag",
                        List.of(Fields.of("name", "tlp:red")),
                        "Attribute",
                        List.of(attribute),
                        "_AttributeFlattened",
                        List.of(attribute)));

        query("sluice_event_publish", data).statusCode(200).body("error", containsString("no red"));
    }

    @Test
    void a_trigger_that_does_not_block_is_queued_and_misp_goes_on() {
        Api.draw("event-after-save", Api.stopsRed("event-after-save"));

        query("sluice_event_after_save", event("tlp:red")).statusCode(200).body("data", is(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sluice_nothing", "sluice_", "sluice_event-publish-"})
    void a_trigger_that_is_gone_is_an_error_that_says_so(String module) {
        query(module, event()).statusCode(200).body("error", containsString("is gone"));
    }

    @Test
    void another_module_is_asked_behind_and_both_ways_nothing_is_changed() {
        modules.stubFor(post("/query").willReturn(okJson("{\"error\": \"no channel\",  \"x\":1.50}")));
        String sent = "{\"module\": \"mattermost\",  \"data\": {\"n\": 1.50}, \"params\": {\"channel\": \"é\"}}";

        String answer = given().contentType(ContentType.JSON)
                .body(sent.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/query")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(answer).isEqualTo("{\"error\": \"no channel\",  \"x\":1.50}");
        modules.verify(postRequestedFor(urlEqualTo("/query"))
                .withHeader("Content-Type", equalTo("application/json"))
                .withRequestBody(equalTo(sent)));
    }

    @Test
    void what_they_fail_with_is_passed_on() {
        modules.stubFor(post("/query").willReturn(aResponse().withStatus(503).withBody("<h1>busy</h1>")));

        query("mattermost", event()).statusCode(503);
    }

    @Test
    void one_that_does_not_answer_is_given_up() {
        modules.stubFor(post("/query").willReturn(okJson("{}").withFixedDelay(20_000)));
        Instant start = Instant.now();

        query("mattermost", event()).statusCode(502).body("detail", containsString("sluice.modules.action.timeout"));

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void an_answer_beyond_the_limit_is_not_read() {
        modules.stubFor(post("/query").willReturn(okJson("\"" + "x".repeat(200_000) + "\"")));

        query("mattermost", event()).statusCode(502).body("detail", containsString("sluice.modules.max-answer"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[1]",
                "{\"module\":7}",
                "{\"data\":{}}",
                "{\"module\":\"sluice_event_publish\",\"data\":\"x\"}"
            })
    void a_body_that_is_no_query_is_a_problem(String body) {
        given().contentType(ContentType.JSON).body(body).post("/query").then().statusCode(400);
    }

    @Test
    void the_service_says_that_it_is_there() {
        given().get("/healthcheck").then().statusCode(200).body("status", is(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "Forwarded", "Origin", "Sec-Fetch-Site"})
    void what_only_seems_to_come_from_this_machine_stays_outside(String header) {
        given().header(header, "https://198.51.100.1").get("/modules").then().statusCode(403);
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(20)).until(condition::getAsBoolean);
    }
}
