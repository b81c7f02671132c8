package dev.sluice.http.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Keys that open nothing, tried in any call. */
@QuarkusTest
@TestProfile(TriedKeysTest.Few.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TriedKeysTest {
    public static class Few implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("sluice.sign-in.call-tries", "3", "sluice.sign-in.pause", "10m");
        }
    }

    @Test
    void who_tries_many_is_told_to_wait_and_who_has_one_is_not() {
        for (int i = 0; i < 3; i++) {
            given().header("Authorization", "guess" + i)
                    .get("/api/v1/workflows")
                    .then()
                    .statusCode(401);
        }

        given().header("Authorization", "guess4")
                .get("/api/v1/workflows")
                .then()
                .statusCode(429)
                .header("Retry-After", matchesPattern("\\d+"))
                .contentType("application/problem+json")
                .body("detail", containsString("too many"));
        given().header("Authorization", "test-key-of-the-house")
                .get("/api/v1/workflows")
                .then()
                .statusCode(200);
        given().get("/api/v1/workflows").then().statusCode(401);
        given().header("Sluice-Client", "web")
                .body("{\"key\": \"test-key-of-the-house\"}")
                .post("/api/v1/session")
                .then()
                .statusCode(200);
        given().header("Authorization", "test-key-of-the-house")
                .get("/q/metrics")
                .then()
                .body(containsString("sluice_keys_refused_total 3.0"));
    }
}
