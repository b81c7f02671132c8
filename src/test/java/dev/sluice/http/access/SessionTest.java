package dev.sluice.http.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SessionTest {
    private static final String PATH = "/api/v1/session";

    private static Response signIn() {
        return given().header("Sluice-Client", "web")
                .contentType(ContentType.JSON)
                .body("{\"key\": \"test-key-of-the-house\"}")
                .post(PATH);
    }

    private static String cookie() {
        return signIn().then().statusCode(200).extract().cookie("sluice-session");
    }

    @Test
    void nobody_is_nobody() {
        given().get(PATH).then().statusCode(401).body("detail", containsString("admin.key"));
    }

    @Test
    void a_key_is_somebody() {
        given().header("Authorization", "test-key-of-the-house")
                .get(PATH)
                .then()
                .statusCode(200)
                .body("name", equalTo("admin"), "via", equalTo("key"));
    }

    @Test
    void a_browser_signs_in_with_a_key_and_holds_a_cookie_no_script_can_read() {
        Response answer = signIn();
        answer.then()
                .statusCode(200)
                .body("role", equalTo("admin"), "via", equalTo("session"), "expiresAt", notNullValue())
                .header("Set-Cookie", containsStringIgnoringCase("HttpOnly"))
                .header("Set-Cookie", containsString("SameSite=Strict"))
                .header("Set-Cookie", containsString("Path=/"));
        given().cookie("sluice-session", answer.cookie("sluice-session"))
                .get("/api/v1/modules")
                .then()
                .statusCode(200)
                .body("id", hasItem("tag-if"));
    }

    @Test
    void a_change_by_cookie_comes_from_our_own_pages() {
        String cookie = cookie();
        given().cookie("sluice-session", cookie)
                .contentType(ContentType.JSON)
                .body("{\"enabled\": true}")
                .patch("/api/v1/modules/logic/tag-if")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
        given().cookie("sluice-session", cookie)
                .header("Sluice-Client", "web")
                .contentType(ContentType.JSON)
                .body("{\"enabled\": true}")
                .patch("/api/v1/modules/logic/tag-if")
                .then()
                .statusCode(200);
    }

    @Test
    void a_change_by_cookie_from_another_site_is_refused_even_with_our_header() {
        String cookie = cookie();
        given().cookie("sluice-session", cookie)
                .header("Sluice-Client", "web")
                .header("Sec-Fetch-Site", "cross-site")
                .delete("/api/v1/tasks/dead")
                .then()
                .statusCode(403);
        given().cookie("sluice-session", cookie)
                .header("Sluice-Client", "web")
                .header("Origin", "https://elsewhere.example")
                .delete("/api/v1/tasks/dead")
                .then()
                .statusCode(403);
    }

    @Test
    void a_form_of_another_site_signs_nobody_in() {
        given().contentType(ContentType.URLENC)
                .body("{\"key\": \"test-key-of-the-house\"}")
                .post(PATH)
                .then()
                .statusCode(403);
    }

    @Test
    void who_signed_out_is_out_even_with_the_old_cookie() {
        String cookie = cookie();
        given().cookie("sluice-session", cookie)
                .header("Sluice-Client", "web")
                .delete(PATH)
                .then()
                .statusCode(204);
        given().cookie("sluice-session", cookie).get(PATH).then().statusCode(401);
    }

    @Test
    void a_cookie_of_ones_own_making_opens_nothing() {
        given().cookie("sluice-session", "made-up")
                .get("/api/v1/modules")
                .then()
                .statusCode(401);
    }

    @Test
    void what_is_no_sign_in_is_told_how_it_is_done() {
        given().header("Sluice-Client", "web")
                .body("{\"password\": 1}")
                .post(PATH)
                .then()
                .statusCode(400)
                .body("detail", containsString("key"));
    }

    @Test
    void a_stranger_cannot_send_a_large_body() {
        given().header("Sluice-Client", "web")
                .body("{\"key\": \"" + "x".repeat(10_000) + "\"}")
                .post(PATH)
                .then()
                .statusCode(413);
    }
}
