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
    private static final String BLUEPRINT =
            """
            {"WorkflowBlueprint": {"uuid": "5f0c2b1e-7d3a-4c55-8f5e-0a1b2c3d4e5f", "name": "Declared", "timestamp": "1714550400",
             "description": "As the file has it", "data": [{"id": 1, "name": "Stop execution", "class": "block-type-default",
               "data": {"id": "stop-execution", "name": "Stop execution", "module_type": "action",
                 "indexed_params": {"message": "no"}}, "inputs": {}, "outputs": {}, "pos_x": 0, "pos_y": 0}]}}
            """;
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
                Files.writeString(dir.resolve("blueprint.json"), BLUEPRINT);
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

        int before = version();
        assertThat(folder.take(dir()).get("red.json")).startsWith("applied");
        assertThat(version()).isGreaterThanOrEqualTo(before);
        given().get("/q/health").then().body(CHECK + ".'red.json'", equalTo("as declared"));
        assertThat(folder.take(dir()).get("red.json")).isEqualTo("unchanged");
    }

    @Test
    void a_blueprint_that_a_person_changed_is_shown_as_drift_and_is_as_its_file_says_when_that_is_applied_again() {
        change("{\"description\": \"Changed by hand\"}");
        given().get("/q/health").then().statusCode(200).body(CHECK + ".'blueprint.json'", containsString("drifted"));

        assertThat(folder.take(dir()).get("blueprint.json")).isEqualTo("blueprint updated");
        admin().get("/api/v1/blueprints/" + blueprint()).then().body("description", equalTo("As the file has it"));
        given().get("/q/health").then().body(CHECK + ".'blueprint.json'", equalTo("as declared"));
        assertThat(folder.take(dir()).get("blueprint.json")).isEqualTo("blueprint unchanged");
    }

    @Test
    void a_file_of_a_blueprint_counts_without_a_newer_time_and_by_its_nodes_too() throws IOException {
        Path other = Files.createTempDirectory(Path.of("target"), "declared");
        Files.writeString(other.resolve("blueprint.json"), BLUEPRINT.replace("\"no\"", "\"not today\""));

        assertThat(folder.take(other).get("blueprint.json")).isEqualTo("blueprint updated");
        given().get("/q/health").then().body(CHECK + ".'blueprint.json'", containsString("drifted"));

        assertThat(folder.take(dir()).get("blueprint.json")).isEqualTo("blueprint updated");
    }

    private static void change(String change) {
        admin().body(change).put("/api/v1/blueprints/" + blueprint()).then().statusCode(200);
    }

    private static int blueprint() {
        return admin().get("/api/v1/blueprints?text=5f0c2b1e-7d3a-4c55-8f5e-0a1b2c3d4e5f")
                .path("items[0].id");
    }

    private static Path dir() {
        return Path.of(org.eclipse.microprofile.config.ConfigProvider.getConfig()
                .getValue("sluice.declared.dir", String.class));
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
