package dev.sluice.http.status;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
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
    }

    @Inject
    ManagementPort management;

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/live", "/q/health/ready", "/q/health/started", "/q/health/well"})
    void every_probe_is_answered_there_and_on_the_data_port(String path) {
        given().port(management.port()).get(path).then().statusCode(200).body("status", equalTo("UP"));
        given().get(path).then().statusCode(200).body("status", equalTo("UP"));
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
