package dev.sluice.http.workflow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Workflows that are kept in files, as a ConfigMap brings them. */
@QuarkusTest
@TestProfile(DeclaredFolderTest.Declared.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DeclaredFolderTest {
    private static final Path EXAMPLE = Path.of("src/examples/tlp-red-stop/workflow.json");
    private static final String UUID = "0f1d2c3b-4a59-4687-9e01-2f3a4b5c6d02";
    private static final String CHECK = "checks.find { it.name == 'Declared workflows and blueprints' }.data";

    @Inject
    DeclaredFolder folder;

    public static class Declared implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                Path dir = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "declared");
                Files.writeString(dir.resolve("red.json"), on(Files.readString(EXAMPLE)));
                Files.writeString(
                        dir.resolve("taken.json"),
                        Files.readString(EXAMPLE).replace(UUID, "0f1d2c3b-4a59-4687-9e01-2f3a4b5c6d99"));
                Files.writeString(dir.resolve("broken.json"), "{");
                Files.writeString(dir.resolve("nameless.json"), "{\"Workflow\": {\"data\": {}}}");
                Files.writeString(dir.resolve("notes.txt"), "not for Sluice");
                return Map.of("sluice.declared.dir", dir.toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String on(String workflow) {
        return workflow.replace("\"enabled\": false", "\"enabled\": true");
    }

    private static RequestSpecification admin() {
        return given().header("Authorization", "test-key-of-the-house").contentType("application/json");
    }

    private static int number() {
        return admin().get("/api/v1/workflows?text=" + UUID).path("items[0].id");
    }

    private static int version() {
        return admin().get("/api/v1/workflows/" + number()).path("version");
    }

    @Test
    void a_file_is_a_workflow_after_the_start_with_its_trigger_on() {
        admin().get("/api/v1/workflows/" + number())
                .then()
                .body("uuid", equalTo(UUID))
                .body("trigger", equalTo("event-publish"));
        admin().get("/api/v1/triggers/event-publish").then().body("enabled", equalTo(true));
    }

    @Test
    void what_a_person_changed_is_shown_as_drift_and_stays_a_version_when_the_file_is_applied_again() {
        admin().body("{\"name\": \"Changed by hand\"}")
                .patch("/api/v1/workflows/" + number())
                .then()
                .statusCode(200);
        given().get("/q/health").then().statusCode(200).body(CHECK + ".'red.json'", containsString("drifted"));

        Path dir = Path.of(org.eclipse.microprofile.config.ConfigProvider.getConfig()
                .getValue("sluice.declared.dir", String.class));
        int before = version();
        assertThat(folder.take(dir).get("red.json")).startsWith("applied");
        assertThat(version()).isGreaterThanOrEqualTo(before);
        given().get("/q/health").then().body(CHECK + ".'red.json'", equalTo("as declared"));
        assertThat(folder.take(dir).get("red.json")).isEqualTo("unchanged");
    }

    @Test
    void what_cannot_be_taken_says_why_and_what_to_do_and_fails_no_health() {
        given().get("/q/health")
                .then()
                .statusCode(200)
                .body(CHECK + ".'taken.json'", containsString("has workflow"))
                .body(CHECK + ".'taken.json'", containsString("left alone"))
                .body(CHECK + ".'broken.json'", containsString("refused"))
                .body(CHECK + ".'nameless.json'", containsString("uuid"));
    }
}
