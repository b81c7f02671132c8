package dev.sluice.http;

import static dev.sluice.http.Api.BASE;
import static dev.sluice.http.Api.admin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.conformance.Conformance;
import dev.sluice.conformance.Recorded;
import dev.sluice.conformance.Shared;
import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import dev.sluice.store.BlueprintLibrary;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** MISP's official blueprints and its rules for saving them, as they were recorded; not copied here, so skipped where they are not. */
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BlueprintConformanceTest {
    private static final String BLUEPRINTS = BASE + "/blueprints";

    @Inject
    BlueprintLibrary library;

    static Stream<Arguments> imports() {
        return Shared.cases("blueprints", "import-export");
    }

    static Stream<Arguments> saves() {
        return Shared.cases("blueprints", "save");
    }

    static Stream<Arguments> updates() {
        return Shared.cases("blueprints", "update");
    }

    private static Map<String, Object> inner(Object tree) {
        return Recorded.map(Recorded.map(tree).get("WorkflowBlueprint"));
    }

    private static void forget(Object uuid) {
        Integer id = admin().queryParam("text", uuid).get(BLUEPRINTS).path("items[0].id");
        if (id != null) {
            admin().delete(BLUEPRINTS + "/" + id).then().statusCode(204);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("imports")
    void an_official_blueprint_is_imported_shown_and_exported_as_recorded(String id, Map<String, Object> recorded) {
        assumeTrue(recorded != null, () -> Shared.missing("blueprints"));
        Map<String, Object> given = inner(recorded.get("input"));
        Map<String, Object> expected = Recorded.map(recorded.get("expected"));
        forget(given.get("uuid"));
        String body = Json.write(recorded.get("input"));

        Response imported = admin().body(body).post(BLUEPRINTS + "/import");

        imported.then().statusCode(201);
        int number = imported.path("id");
        Map<String, Object> shown =
                Recorded.map(Json.parse(admin().get(BLUEPRINTS + "/" + number).asByteArray()));
        Map<String, Object> row = Recorded.map(expected.get("stored_row"));
        for (String key : List.of("uuid", "name", "description")) {
            assertThat(shown.get(key)).isEqualTo(row.get(key));
        }
        assertThat(shown.get("timestamp").toString()).isEqualTo(row.get("timestamp"));
        assertThat(shown.get("default")).isEqualTo(false);
        assertThat(shown.get("data")).isEqualTo(given.get("data"));
        Map<String, Object> view = inner(expected.get("view"));
        assertThat(shown.get("unknownModules")).isEqualTo(List.of());
        assertThat(shown.get("mermaid")).isEqualTo(view.get("mermaid"));

        Response export = admin().get(BLUEPRINTS + "/" + number + "/export");
        Map<String, Object> exported = inner(Json.parse(export.asByteArray()));
        Map<String, Object> text =
                inner(Json.parse(expected.get("export_json_text").toString()));
        assertThat(exported.keySet()).isEqualTo(text.keySet());
        for (String key : List.of("uuid", "name", "description", "timestamp", "default", "data")) {
            assertThat(Conformance.same(exported.get(key), text.get(key)))
                    .as(key)
                    .isTrue();
        }
        assertThat(URLDecoder.decode(
                        export.header("Content-Disposition").replaceFirst(".*filename\\*=UTF-8''", ""),
                        StandardCharsets.UTF_8))
                .matches(Pattern.quote((String) expected.get("export_filename_pattern"))
                        .replace("<time()>", "\\E\\d+\\Q"));

        admin().body(body)
                .post(BLUEPRINTS + "/import")
                .then()
                .statusCode(422)
                .body("detail", org.hamcrest.Matchers.equalTo(error(expected.get("import_same_uuid_again"))));
    }

    private static Object error(Object outcome) {
        Map<String, Object> errors =
                Recorded.map(Recorded.map(Recorded.map(outcome).get("result")).get("validationErrors"));
        return ((List<?>) errors.values().iterator().next()).get(0);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("saves")
    void what_can_be_saved_and_what_not_is_as_recorded(String id, Map<String, Object> recorded) {
        assumeTrue(recorded != null, () -> Shared.missing("blueprints"));
        Map<String, Object> expected = Recorded.map(recorded.get("expected"));
        Map<String, Object> result = Recorded.map(expected.get("result"));

        Response saved = admin().body(Json.write(recorded.get("input"))).post(BLUEPRINTS);

        if (!Boolean.TRUE.equals(result.get("saved"))) {
            assertThat(saved.statusCode()).isEqualTo(422);
            assertThat(saved.<Object>path("detail")).isEqualTo(error(expected));
            return;
        }
        assertThat(saved.statusCode()).isEqualTo(201);
        Map<String, Object> found = inner(result.get("found"));
        Map<String, Object> shown = Recorded.map(Json.parse(saved.asByteArray()));
        for (String key : List.of("name", "description", "default", "data")) {
            assertThat(Conformance.same(shown.get(key), found.get(key))).as(key).isTrue();
        }
        if (found.containsKey("mermaid")) {
            assertThat(shown.get("mermaid")).isEqualTo(found.get("mermaid"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("updates")
    void the_library_is_taken_as_recorded(String id, Map<String, Object> recorded) throws IOException {
        assumeTrue(recorded != null, () -> Shared.missing("blueprints"));
        boolean force = Boolean.TRUE.equals(recorded.get("force"));
        List<?> rows = (List<?>) Recorded.map(recorded.get("expected")).get("rows");
        Path folder = Files.createDirectories(library.folder());
        List<Map<String, Object>> files = imports()
                .map(it -> Recorded.map(it.get()[1]))
                .map(it -> Recorded.map(it.get("input")))
                .toList();
        files.forEach(it -> forget(inner(it).get("uuid")));
        boolean first = recorded.get("description").toString().contains("first");
        try {
            if (!first) {
                load(folder, files, false);
            }
            for (Map<String, Object> file : files) {
                Map<String, Object> row = row(rows, inner(file).get("uuid"));
                if ("1999999999".equals(row.get("timestamp"))) {
                    Fields changed = Fields.copyOf(inner(file));
                    changed.put("name", row.get("name"));
                    changed.put("timestamp", row.get("timestamp"));
                    load(folder, List.of(Fields.of("WorkflowBlueprint", changed)), false);
                }
            }

            load(folder, files, force);

            for (Map<String, Object> file : files) {
                Map<String, Object> row = row(rows, inner(file).get("uuid"));
                Response list = admin().queryParam("text", row.get("uuid")).get(BLUEPRINTS);
                assertThat(list.<Object>path("items[0].name")).isEqualTo(row.get("name"));
                assertThat(String.valueOf(list.<Object>path("items[0].timestamp")))
                        .isEqualTo(row.get("timestamp"));
                assertThat(list.<Object>path("items[0].default")).isEqualTo("1".equals(row.get("default")));
                assertThat(String.valueOf(list.<Object>path("items[0].nodes"))).isEqualTo(row.get("nodes"));
            }
        } finally {
            try (Stream<Path> left = Files.list(folder)) {
                for (Path file : left.toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static Map<String, Object> row(List<?> rows, Object uuid) {
        return rows.stream()
                .map(Recorded::map)
                .filter(it -> uuid.equals(it.get("uuid")))
                .findFirst()
                .orElseThrow();
    }

    private void load(Path folder, List<Map<String, Object>> files, boolean force) throws IOException {
        for (Map<String, Object> file : files) {
            Files.writeString(folder.resolve(inner(file).get("uuid") + ".json"), Json.write(file));
        }
        assertThat(library.load(force).problems()).isEmpty();
    }
}
