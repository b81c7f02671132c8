package dev.sluice.http.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Admins see who is signed in, and end it. */
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SessionsTest {
    private static RequestSpecification admin() {
        return given().header("Authorization", "test-key-of-the-house").contentType("application/json");
    }

    /** Signs somebody in with a key of this name; the cookie. */
    private static String signedIn(String name) {
        String key = admin().body("{\"name\": \"" + name + "\", \"role\": \"viewer\"}")
                .post("/api/v1/keys")
                .path("key");
        return given().header("Sluice-Client", "web")
                .body("{\"key\": \"" + key + "\"}")
                .post("/api/v1/session")
                .then()
                .statusCode(200)
                .extract()
                .cookie("sluice-session");
    }

    private static String id(String name) {
        return admin().get("/api/v1/sessions")
                .then()
                .statusCode(200)
                .extract()
                .path("find { it.name == '" + name + "' }.id");
    }

    @Test
    void they_are_listed_without_what_opens_them() {
        String cookie = signedIn("listed browser");

        admin().get("/api/v1/sessions")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("name", hasItem("listed browser"))
                .body("find { it.name == 'listed browser' }.role", equalTo("viewer"))
                .body("find { it.name == 'listed browser' }.via", equalTo("key"))
                .body("toString()", not(containsString(cookie)));
    }

    @Test
    void one_that_is_ended_opens_nothing_any_more() {
        String cookie = signedIn("ended browser");
        String other = signedIn("other browser");
        given().cookie("sluice-session", cookie).get("/api/v1/session").then().statusCode(200);

        admin().delete("/api/v1/sessions/" + id("ended browser")).then().statusCode(204);

        given().cookie("sluice-session", cookie).get("/api/v1/session").then().statusCode(401);
        given().cookie("sluice-session", other).get("/api/v1/session").then().statusCode(200);
        admin().get("/api/v1/sessions").then().body("name", not(hasItem("ended browser")));
    }

    @Test
    void one_that_is_not_there_is_named() {
        admin().delete("/api/v1/sessions/0123456789abcdef")
                .then()
                .statusCode(404)
                .body("detail", containsString("0123456789abcdef"));
    }
}
