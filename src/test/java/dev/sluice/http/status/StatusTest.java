package dev.sluice.http.status;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StatusTest {
    private static ValidatableResponse get(String path) {
        return given().header("Authorization", "test-key-of-the-house")
                .get(path)
                .then();
    }

    @Test
    void everything_that_sluice_talks_to_is_looked_at() {
        get("/api/v1/status")
                .statusCode(200)
                .body(
                        "parts.name",
                        hasItems(
                                "Database",
                                "Data folder",
                                "MISP",
                                "Mail",
                                "ZMQ",
                                "misp-modules, Action",
                                "misp-modules, Enrichment"))
                .body("parts.find { it.name == 'Database' }.state", equalTo("up"))
                .body("parts.find { it.name == 'Database' }.detail", containsString("H2"))
                .body("parts.find { it.name == 'MISP' }.state", equalTo("off"))
                .body("parts.find { it.name == 'MISP' }.detail", containsString("SLUICE_MISP_URL"));
    }

    @Test
    void the_data_folder_is_looked_at_by_itself_whatever_the_database_is() {
        get("/api/v1/status")
                .body("parts.find { it.name == 'Data folder' }.state", equalTo("up"))
                .body("parts.find { it.name == 'Data folder' }.detail", containsString("MiB free"));
    }

    @Test
    void what_does_not_answer_is_down_and_says_where_to_look() {
        get("/api/v1/status")
                .body("parts.find { it.name == 'Mail' }.state", equalTo("down"))
                .body("parts.find { it.name == 'Mail' }.detail", containsString("SLUICE_SMTP_HOST"));
    }

    @Test
    void settings_are_told_without_secrets() {
        get("/api/v1/status")
                .body("settings.name", hasItems("sluice.data.dir", "sluice.history.buffer", "quarkus.http.host"))
                .body("settings.find { it.name == 'sluice.http.admin-key' }.value", equalTo("***"))
                .body("settings.toString()", not(containsString("test-key-of-the-house")));
    }

    @Test
    void nobody_sees_it_without_a_key() {
        given().get("/api/v1/status").then().statusCode(401);
    }
}
