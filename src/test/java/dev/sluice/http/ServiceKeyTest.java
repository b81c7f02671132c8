package dev.sluice.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A proxy between MISP and Sluice, which knows a key. */
@QuarkusTest
@TestProfile(ServiceKeyTest.Keyed.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ServiceKeyTest {
    public static class Keyed implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("sluice.service.key", "between us");
        }
    }

    @Test
    void the_right_key_opens_even_through_a_proxy() {
        given().header("Sluice-Key", "between us")
                .header("X-Forwarded-For", "198.51.100.1")
                .get("/modules")
                .then()
                .statusCode(200);
    }

    @Test
    void without_it_or_with_another_the_door_stays_shut() {
        given().get("/modules").then().statusCode(403).body("detail", containsString("Sluice-Key: <key>"));
        given().header("Sluice-Key", "guess").get("/modules").then().statusCode(403);
    }
}
