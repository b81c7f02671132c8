package dev.sluice.http.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KeysTest {
    private static RequestSpecification admin() {
        return given().header("Authorization", "test-key-of-the-house").contentType("application/json");
    }

    private static JsonPath made(String name, String more) {
        return admin().body("{\"name\": \"" + name + "\"" + more + "}")
                .post("/api/v1/keys")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static ValidatableResponse who(String key) {
        return given().header("Authorization", key).get("/api/v1/session").then();
    }

    @Test
    void a_key_is_told_once_and_opens_with_its_role() {
        JsonPath made = made("told once", ", \"role\": \"viewer\"");

        who(made.getString("key")).statusCode(200).body("name", equalTo("told once"), "role", equalTo("viewer"));
        who("Bearer " + made.getString("key")).statusCode(200);
        admin().get("/api/v1/keys")
                .then()
                .body("name", hasItem("told once"))
                .body("toString()", not(containsString(made.getString("key"))));
    }

    @Test
    void that_it_was_used_is_seen() {
        JsonPath made = made("used", ", \"role\": \"viewer\"");
        who(made.getString("key")).statusCode(200);

        admin().get("/api/v1/keys").then().body("find { it.name == 'used' }.usedAt", notNullValue());
    }

    @Test
    void a_rotated_key_opens_by_both_texts_for_a_while() {
        JsonPath made = made("rotated", ", \"role\": \"viewer\"");
        String fresh = admin().body("{\"overlap\": \"1h\"}")
                .post("/api/v1/keys/" + made.getLong("id") + "/rotate")
                .then()
                .statusCode(200)
                .extract()
                .path("key");

        who(made.getString("key")).statusCode(200);
        who(fresh).statusCode(200).body("name", equalTo("rotated"));
    }

    @Test
    void without_an_overlap_the_old_text_is_done_with() {
        JsonPath made = made("rotated at once", ", \"role\": \"viewer\"");
        admin().body("{\"overlap\": \"0s\"}").post("/api/v1/keys/" + made.getLong("id") + "/rotate");

        who(made.getString("key")).statusCode(401);
    }

    @Test
    void a_key_that_was_taken_away_opens_nothing() {
        JsonPath made = made("taken away", ", \"role\": \"admin\"");
        admin().delete("/api/v1/keys/" + made.getLong("id")).then().statusCode(204);

        who(made.getString("key")).statusCode(401);
        admin().delete("/api/v1/keys/" + made.getLong("id")).then().statusCode(404);
    }

    private static String signedIn(JsonPath key) {
        return given().header("Sluice-Client", "web")
                .body("{\"key\": \"" + key.getString("key") + "\"}")
                .post("/api/v1/session")
                .then()
                .statusCode(200)
                .extract()
                .cookie("sluice-session");
    }

    private static ValidatableResponse browses(String cookie) {
        return given().cookie("sluice-session", cookie).get("/api/v1/session").then();
    }

    @Test
    void who_signed_in_with_a_key_that_is_taken_away_is_signed_out() {
        JsonPath made = made("signed out", ", \"role\": \"viewer\"");
        String cookie = signedIn(made);
        browses(cookie).statusCode(200);

        admin().delete("/api/v1/keys/" + made.getLong("id")).then().statusCode(204);

        browses(cookie).statusCode(401);
    }

    @Test
    void who_signed_in_may_do_what_the_key_may_now() {
        JsonPath made = made("demoted", ", \"role\": \"editor\"");
        String cookie = signedIn(made);
        browses(cookie).body("role", equalTo("editor"));

        change(made, "viewer");
        browses(cookie).statusCode(200).body("role", equalTo("viewer"));

        change(made, "caller");
        browses(cookie).statusCode(401);
    }

    private static void change(JsonPath key, String role) {
        admin().body("{\"role\": \"" + role + "\"}")
                .patch("/api/v1/keys/" + key.getLong("id"))
                .then()
                .statusCode(200);
    }

    @Test
    void who_signed_in_with_the_old_text_is_out_once_that_opens_nothing() {
        JsonPath made = made("leaked", ", \"role\": \"viewer\"");
        String cookie = signedIn(made);
        admin().body("{\"overlap\": \"1h\"}").post("/api/v1/keys/" + made.getLong("id") + "/rotate");
        browses(cookie).statusCode(200);

        admin().body("{\"overlap\": \"0s\"}").post("/api/v1/keys/" + made.getLong("id") + "/rotate");

        browses(cookie).statusCode(401);
    }

    @Test
    void only_who_may_look_sees_the_figures() {
        JsonPath looks = made("looks at figures", ", \"role\": \"viewer\"");
        JsonPath fires = made("fires only", ", \"role\": \"caller\"");

        given().get("/q/metrics").then().statusCode(401);
        given().header("Authorization", fires.getString("key"))
                .get("/q/metrics")
                .then()
                .statusCode(403);
        given().header("Authorization", looks.getString("key"))
                .get("/q/metrics")
                .then()
                .statusCode(200);
    }

    @Test
    void another_role_counts_at_once() {
        JsonPath made = made("promoted", ", \"role\": \"viewer\"");
        admin().body("{\"role\": \"editor\"}")
                .patch("/api/v1/keys/" + made.getLong("id"))
                .then()
                .statusCode(200);

        who(made.getString("key")).body("role", equalTo("editor"));
    }

    @Test
    void a_browser_signs_in_with_such_a_key_and_has_its_role() {
        JsonPath made = made("a person", ", \"role\": \"viewer\"");
        given().header("Sluice-Client", "web")
                .body("{\"key\": \"" + made.getString("key") + "\"}")
                .post("/api/v1/session")
                .then()
                .statusCode(200)
                .body("name", equalTo("a person"), "role", equalTo("viewer"));
    }

    @Test
    void a_key_of_a_caller_does_not_open_the_pages() {
        JsonPath made = made("a platform", ", \"role\": \"caller\"");
        given().header("Sluice-Client", "web")
                .body("{\"key\": \"" + made.getString("key") + "\"}")
                .post("/api/v1/session")
                .then()
                .statusCode(403)
                .body("detail", containsString("viewer"));
    }

    @Test
    void what_is_wrong_with_a_key_is_told() {
        admin().body("{\"name\": \"x\"}")
                .post("/api/v1/keys")
                .then()
                .statusCode(422)
                .body("detail", containsString("role"));
        admin().body("{\"name\": \"x\", \"role\": \"king\"}")
                .post("/api/v1/keys")
                .then()
                .statusCode(422)
                .body("detail", containsString("king"));
        admin().body("{\"role\": \"viewer\"}")
                .post("/api/v1/keys")
                .then()
                .statusCode(422)
                .body("detail", containsString("name"));
        admin().body("{\"name\": \"x\", \"role\": \"viewer\", \"expiresAt\": \"2001-01-01T00:00:00Z\"}")
                .post("/api/v1/keys")
                .then()
                .statusCode(422);
        admin().body("{\"name\": \"x\", \"role\": \"viewer\", \"expiresat\": \"2099-01-01T00:00:00Z\"}")
                .post("/api/v1/keys")
                .then()
                .statusCode(400)
                .body("detail", containsString("expiresat"));
        for (String taken : new String[] {"admin", "sluice", "oidc:ada"}) {
            admin().body("{\"name\": \"" + taken + "\", \"role\": \"viewer\"}")
                    .post("/api/v1/keys")
                    .then()
                    .statusCode(422)
                    .body("detail", containsString("audit log"));
        }
        made("twice", ", \"role\": \"viewer\"");
        admin().body("{\"name\": \"twice\", \"role\": \"viewer\"}")
                .post("/api/v1/keys")
                .then()
                .statusCode(409);
    }
}
