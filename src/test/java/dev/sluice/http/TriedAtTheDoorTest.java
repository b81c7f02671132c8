package dev.sluice.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Keys that open nothing, tried on the paths of MISP from an address that needs one. */
@QuarkusTest
@TestProfile(TriedAtTheDoorTest.FewFromElsewhere.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TriedAtTheDoorTest {
    public static class FewFromElsewhere implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "sluice.service.allow", "192.0.2.0/24",
                    "sluice.sign-in.call-tries", "4",
                    "sluice.sign-in.pause", "10m");
        }
    }

    @Test
    void they_are_counted_like_anywhere_else() {
        given().get("/modules").then().statusCode(403);
        for (int i = 0; i < 2; i++) {
            given().header("Authorization", "guess" + i).get("/modules").then().statusCode(403);
            given().header("Sluice-Key", "guess" + i).get("/modules").then().statusCode(403);
        }

        given().header("Authorization", "guess")
                .get("/modules")
                .then()
                .statusCode(429)
                .header("Retry-After", matchesPattern("\\d+"));
        given().header("Authorization", "test-key-of-the-house")
                .get("/modules")
                .then()
                .statusCode(200);
        given().get("/modules").then().statusCode(403);
    }
}
