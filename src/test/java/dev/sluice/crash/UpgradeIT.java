package dev.sluice.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import dev.sluice.program.Program;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.h2.tools.RunScript;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Databases as released versions left them, carried over by the start. The files of {@code released} are never changed; a
 * release that brings another schema adds its own, written by H2's SCRIPT after the calls that this test looks for.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UpgradeIT {
    @ParameterizedTest
    @ValueSource(strings = "schema-12.sql")
    void everything_of_an_older_version_is_there_and_works(String released) throws Exception {
        Path data = Program.folder("upgrade");
        Files.createDirectories(data);
        RunScript.execute(
                "jdbc:h2:file:" + data.resolve("sluice").toAbsolutePath()
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
                "",
                "",
                "src/test/resources/released/" + released,
                StandardCharsets.UTF_8,
                false);
        try (Program program = new Program(data, Map.of())) {
            program.start();

            Map<?, ?> workflow = (Map<?, ?>) program.ask("GET", "/api/v1/workflows/1", null);
            assertThat(workflow.get("name")).isEqualTo("Renamed before the upgrade");
            assertThat(workflow.get("uuid")).isEqualTo("0f1d2c3b-4a59-4687-9e01-2f3a4b5c6d02");
            List<?> runs = items(program, "/api/v1/runs");
            assertThat(runs.stream().map(it -> String.valueOf(((Map<?, ?>) it).get("outcome"))))
                    .containsExactlyInAnyOrder("blocked", "blocked", "success");
            for (Object run : runs) {
                String path = "/api/v1/runs/" + ((Map<?, ?>) run).get("runId");
                assertThat((List<?>) ((Map<?, ?>) program.ask("GET", path, null)).get("nodes"))
                        .isNotEmpty();
                assertThat(program.get(path + "/input").body()).contains("\"Event\"");
            }
            assertThat(program.get("/api/v1/triggers/door").body()).contains("\"name\":\"Door\"");
            assertThat(program.get("/api/v1/keys").body()).contains("the old key");
            assertThat(program.get("/api/v1/schedules").body()).contains("Europe/Paris");
            assertThat(items(program, "/api/v1/audit")).hasSizeGreaterThan(4);
            assertThat(items(program, "/api/v1/blueprints")).isNotEmpty();

            Object again = program.ask(
                    "POST",
                    "/api/v1/triggers/event-publish/runs",
                    Json.parse(Files.readString(Path.of("src/examples/tlp-red-stop/event-red.json"))));
            assertThat(((Map<?, ?>) again).get("proceed")).isEqualTo(false);
            program.ask("PATCH", "/api/v1/workflows/1", Fields.of("name", "Renamed after it"));
            program.terminate();
            program.start();
            assertThat(program.get("/api/v1/workflows/1").body()).contains("Renamed after it");
        }
    }

    private static List<?> items(Program program, String path) {
        Object all = program.ask("GET", path, null);
        return all instanceof List<?> list ? list : (List<?>) ((Map<?, ?>) all).get("items");
    }
}
