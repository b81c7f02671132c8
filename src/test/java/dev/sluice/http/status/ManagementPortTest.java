package dev.sluice.http.status;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Health and metrics where a kubelet can come; misp-modules and MISP are set up, and do not answer. */
@QuarkusTest
@TestProfile(ManagementPortTest.Beside.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ManagementPortTest {
    public static class Beside implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "sluice.management.port", "0",
                    "sluice.misp.url", "http://127.0.0.1:1",
                    "sluice.misp.key", "none",
                    "sluice.modules.action.url", "http://127.0.0.1:1",
                    "sluice.modules.enrichment.url", "http://127.0.0.1:1");
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(LastAtTheStart.class);
        }
    }

    /** Asks when nothing is left to do at the start but to open the data port. */
    @Alternative
    @Singleton
    public static class LastAtTheStart {
        private final ManagementPort management;
        private final Map<String, HttpResponse<String>> answers = new HashMap<>();

        LastAtTheStart(ManagementPort management) {
            this.management = management;
        }

        void ask(@Observes @Priority(Integer.MAX_VALUE) StartupEvent event) throws Exception {
            for (String path : List.of("/q/health/live", "/q/health/started", "/q/health/ready")) {
                URI address = URI.create("http://127.0.0.1:" + management.port() + path);
                answers.put(
                        path,
                        HttpClient.newHttpClient()
                                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()));
            }
        }

        HttpResponse<String> answer(String path) {
            return answers.get(path);
        }
    }

    @Inject
    ManagementPort management;

    @Inject
    LastAtTheStart start;

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/live", "/q/health/ready", "/q/health/started", "/q/health/well"})
    void every_probe_is_answered_there_and_on_the_data_port(String path) {
        await().untilAsserted(() -> {
            given().port(management.port()).get(path).then().statusCode(200).body("status", equalTo("UP"));
            given().get(path).then().statusCode(200).body("status", equalTo("UP"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health/ready", "/q/health/started"})
    void before_calls_are_answered_they_are_down_and_say_why(String path) {
        assertThat(start.answer(path).statusCode()).isEqualTo(503);
        assertThat(start.answer(path).body()).contains("DOWN", "still starting");
    }

    @Test
    void a_start_that_takes_its_time_is_alive_all_the_while() {
        assertThat(start.answer("/q/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void metrics_need_no_key_there_and_still_one_on_the_data_port() {
        given().port(management.port()).get("/q/metrics").then().statusCode(200).body(containsString("sluice_"));
        given().get("/q/metrics").then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/v1/workflows", "/q/openapi", "/q/health/..%2f..%2fapi/v1/keys", "/Q/health"})
    void nothing_else_is_there(String path) {
        given().port(management.port())
                .urlEncodingEnabled(false)
                .header("Authorization", "test-key-of-the-house")
                .get(path)
                .then()
                .statusCode(404)
                .body(not(containsString("uuid")));
    }

    @Test
    void nothing_can_be_sent_there() {
        given().port(management.port()).body("{}").post("/q/health").then().statusCode(405);
    }
}
