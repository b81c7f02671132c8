package dev.sluice.http;

import static dev.sluice.http.Api.BASE;
import static dev.sluice.http.Api.admin;
import static dev.sluice.http.Api.event;
import static dev.sluice.http.Api.stopsRed;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.sluice.payload.Json;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CatalogueAndToolsTest {
    @Test
    void there_are_17_triggers_of_misp_and_five_of_them_wait_for_an_answer() {
        List<String> all = admin().get(BASE + "/triggers").path("findAll { it.origin == 'built-in' }.id");
        assertThat(all).filteredOn(it -> !it.startsWith("test-")).hasSize(17);
        admin().get(BASE + "/triggers?blocking=true")
                .then()
                .body(
                        "id",
                        hasItems(
                                "enrichment-before-query",
                                "event-before-save",
                                "event-publish",
                                "shadow-attribute-before-save",
                                "user-before-save"));
        admin().get(BASE + "/triggers?scope=event").then().body("scope", everyItem(equalTo("event")));
    }

    @Test
    void a_triggers_deadline_and_what_counts_without_a_decision_can_be_set() {
        String path = BASE + "/triggers/log-after-save";
        admin().body("{\"deadline\":1500,\"onError\":\"open\"}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("deadline", equalTo(1500))
                .body("onError", equalTo("open"))
                .body("enabled", is(false));
        admin().body("{\"onError\":\"maybe\"}").patch(path).then().statusCode(400);
        admin().body("{\"deadline\":0}").patch(path).then().statusCode(400);
        admin().body("{\"deadline\":\"soon\"}").patch(path).then().statusCode(400);
        admin().body("{\"deadline\":\"1500ms\"}").patch(path).then().body("deadline", equalTo(1500));
        admin().get(path).then().body("deadline", equalTo(1500)).body("onError", equalTo("open"));
    }

    @Test
    void the_nine_modules_of_the_original_are_on_from_the_start() {
        List<String> on = admin().get(BASE + "/modules?enabled=true").path("findAll { it.type != 'trigger' }.id");
        assertThat(on)
                .contains(
                        "generic-if",
                        "distribution-if",
                        "published-if",
                        "organisation-if",
                        "tag-if",
                        "concurrent-task",
                        "stop-execution",
                        "webhook",
                        "push-zmq")
                .doesNotContain("count-if", "threat-level-if", "generic-filter-data", "generic-filter-reset");
        admin().get(BASE + "/modules?type=logic&text=tag").then().body("id", hasItem("tag-if"));
        admin().get(BASE + "/modules/options/tag-if/condition?q=all")
                .then()
                .body("options.value", contains("in_and", "not_in_and"));
        admin().get(BASE + "/modules/options/tag-if/tags")
                .then()
                .body("diagnostic", containsString("No MISP is connected"));
        admin().get(BASE + "/modules/options/send-mail/recipients?q=all")
                .then()
                .body("options.value", contains("All accounts", "All admins"))
                .body("total", equalTo(2))
                .body("diagnostic", containsString("No MISP is connected"));
    }

    @Test
    void a_module_runs_by_itself_with_or_without_effects() {
        admin().body("{\"data\":" + event("tlp:red") + ",\"params\":{\"tags\":[\"tlp:red\"]},\"convert\":true}")
                .post(BASE + "/modules/logic/tag-if/executions")
                .then()
                .statusCode(200)
                .body("success", is(true))
                .body("exit", equalTo("then"))
                .body("data.Event._AttributeFlattened", hasSize(0));
        admin().body("{\"data\":{\"a\":1},\"params\":{\"data_extraction_path\":\"a\"},\"dryRun\":true}")
                .post(BASE + "/modules/action/push-zmq/executions")
                .then()
                .body("effects[0].data", contains(1));
        admin().body("{\"data\":{},\"params\":{\"message\":\"no\"}}")
                .post(BASE + "/modules/action/stop-execution/executions")
                .then()
                .body("success", is(false))
                .body("errors", contains("no"));
        admin().body("{\"data\":{\"Event\":{\"info\":\"x\"}},\"dryRun\":true,\"params\":"
                        + "{\"url\":\"https://example.org/x\",\"headers\":\"Authorization: secret\\nX-A: b\"}}")
                .post(BASE + "/modules/action/webhook/executions")
                .then()
                .body("success", is(true))
                .body("effects[0].kind", equalTo("http.request"))
                .body("effects[0].headers.Authorization", equalTo("***"))
                .body("effects[0].headers.X-A", equalTo("b"));
    }

    @Test
    void paths_conditions_and_conversions_can_be_tried() {
        admin().body("{\"data\":{\"T\":[{\"n\":\"a\"},{\"n\":\"b\"}]},\"path\":\"T.{n}.n\"}")
                .post(BASE + "/tools/hash-path")
                .then()
                .body("result", contains("a", "b"));
        admin().body("{\"data\":{\"T\":{\"n\":null}},\"path\":\"T.n\",\"fn\":\"get\",\"default\":7}")
                .post(BASE + "/tools/hash-path")
                .then()
                .body("result", equalTo(7));
        admin().body("{\"data\":{\"T\":1},\"path\":\"T.x\",\"fn\":\"insert\",\"value\":2}")
                .post(BASE + "/tools/hash-path")
                .then()
                .body("result.T.x", equalTo(2));
        admin().body(
                        "{\"data\":[{\"k\":\"a\",\"v\":1}],\"keyPath\":\"{n}.k\",\"valuePath\":\"{n}.v\",\"fn\":\"combine\"}")
                .post(BASE + "/tools/hash-path")
                .then()
                .body("result.a", equalTo(1));
        admin().body("{\"data\":[\"1.0\"],\"operator\":\"in\",\"value\":\"1\"}")
                .post(BASE + "/tools/condition")
                .then()
                .body("result", is(true));
        admin().body("{\"items\":[{\"t\":\"x\"},{\"t\":\"y\"}],\"path\":\"t\",\"operator\":\"in\",\"value\":\"y\"}")
                .post(BASE + "/tools/condition")
                .then()
                .body("items.1.t", equalTo("y"));
        admin().body("{\"data\":{\"Event\":{\"Attribute\":[{\"value\":\"v\"}],\"Tag\":[{\"name\":\"t\"}]}}}")
                .post(BASE + "/tools/normalize")
                .then()
                .body("data.Event._AttributeFlattened[0]._allTags[0].inherited", is(true));
    }

    @Test
    void history_is_searched_by_what_one_knows_of_a_run() {
        int id = Api.draw("event-before-save", stopsRed("event-before-save"));
        String run = admin().body(event("tlp:red"))
                .post(BASE + "/triggers/event-before-save/runs")
                .path("runId");
        String runs = BASE + "/runs?trigger=event-before-save&workflow=" + id;

        admin().get(
                        runs
                                + "&outcome=blocked&text=NO RED&event=3b2a1908-7f6e-4d5c-8b4a-000000000099&from=2020-01-01T00:00:00Z")
                .then()
                .body("items.runId", contains(run))
                .body("items[0].reasons[0]", containsString("no red"))
                .body("total", equalTo(1));
        admin().get(BASE + "/runs/" + run).then().body("nodes.module", contains("tag-if", "stop-execution"));
        admin().get(runs + "&outcome=success").then().body("total", equalTo(0));
        admin().get(runs + "&to=2020-01-01T00:00:00Z").then().body("total", equalTo(0));
        admin().get(BASE + "/logs?run=" + run)
                .then()
                .body("items.level", contains("INFO", "ERROR", "INFO"))
                .body("items[1].message", containsString("Execution stopped. \n"));
        admin().get(BASE + "/logs?workflow=" + id + "&level=ERROR&text=no red")
                .then()
                .body("total", equalTo(1));
    }

    @Test
    void the_manual_names_every_call_and_shows_what_to_send() {
        Map<?, ?> manual =
                (Map<?, ?>) Json.parse(given().get("/q/openapi?format=json").asString());
        Map<?, ?> paths = (Map<?, ?>) manual.get("paths");

        assertThat(paths.keySet().stream().map(Object::toString))
                .contains(
                        "/api/v1/triggers",
                        "/api/v1/triggers/{trigger}",
                        "/api/v1/triggers/{trigger}/runs",
                        "/api/v1/modules",
                        "/api/v1/modules/{type}/{id}",
                        "/api/v1/modules/options/{module}/{param}",
                        "/api/v1/modules/{type}/{id}/executions",
                        "/api/v1/workflows",
                        "/api/v1/workflows/{id}",
                        "/api/v1/workflows/{id}/versions",
                        "/api/v1/workflows/{id}/versions/{number}",
                        "/api/v1/workflows/{id}/versions/{number}/restore",
                        "/api/v1/workflows/{id}/runs",
                        "/api/v1/workflows/{id}/export",
                        "/api/v1/workflows/import",
                        "/api/v1/workflows/check",
                        "/api/v1/runs",
                        "/api/v1/runs/{id}",
                        "/api/v1/logs",
                        "/api/v1/tools/hash-path",
                        "/api/v1/tools/condition",
                        "/api/v1/tools/normalize");
        paths.forEach((path, methods) -> ((Map<?, ?>) methods).forEach((method, call) -> {
            Object body = ((Map<?, ?>) call).get("requestBody");
            if (body != null) {
                assertThat(Json.write(body)).as("%s %s", method, path).contains("\"examples\"");
            }
        }));
    }

    @Test
    void the_examples_of_the_manual_work_as_they_stand() {
        Api.clear("event-publish");
        Api.switchOn("event-publish");
        admin().body(inManual("/workflows"))
                .post(BASE + "/workflows")
                .then()
                .statusCode(201)
                .body("problems", hasSize(0));
        admin().body(inManual("/triggers/{trigger}/runs"))
                .post(BASE + "/triggers/event-publish/runs")
                .then()
                .body("proceed", is(false));
        admin().body(inManual("/workflows/check"))
                .post(BASE + "/workflows/check")
                .then()
                .statusCode(200)
                .body("problems", hasSize(0));
        admin().body(inManual("/workflows/import"))
                .post(BASE + "/workflows/import?replace=true")
                .then()
                .statusCode(200);
        admin().body(inManual("/modules/{type}/{id}/executions"))
                .post(BASE + "/modules/logic/tag-if/executions")
                .then()
                .body("exit", equalTo("then"));
        admin().body(inManual("/tools/hash-path"))
                .post(BASE + "/tools/hash-path")
                .then()
                .body("result", hasSize(2));
        admin().body(inManual("/tools/condition"))
                .post(BASE + "/tools/condition")
                .then()
                .body("items", hasSize(1));
        admin().body(inManual("/tools/normalize"))
                .post(BASE + "/tools/normalize")
                .then()
                .statusCode(200);
        admin().body(inManual("/triggers")).post(BASE + "/triggers").then().statusCode(201);
        admin().delete(BASE + "/triggers/ticket-before-close").then().statusCode(204);
    }

    /** The example of what to POST there. */
    private static String inManual(String path) {
        Object manual = Json.parse(given().get("/q/openapi?format=json").asString());
        for (String step : List.of("paths", BASE + path, "post", "requestBody", "content", "application/json")) {
            manual = ((Map<?, ?>) manual).get(step);
        }
        Map<?, ?> examples = (Map<?, ?>) ((Map<?, ?>) manual).get("examples");
        return Json.write(((Map<?, ?>) examples.values().iterator().next()).get("value"));
    }

    @Test
    void a_switch_that_is_set_is_kept() {
        admin().body("{\"enabled\":true}")
                .patch(BASE + "/modules/logic/count-if")
                .then()
                .body("enabled", is(true));
        admin().get(BASE + "/modules?enabled=true&type=logic").then().body("id", hasItem("count-if"));
        admin().body("{\"enabled\":false}")
                .patch(BASE + "/modules/logic/count-if")
                .then()
                .body("enabled", is(false));
        admin().get(BASE + "/modules?enabled=true&type=logic").then().body("id", not(hasItem("count-if")));
        admin().get(BASE + "/modules/logic/count-if").then().body("exits", containsInAnyOrder("then", "else"));
    }

    @Test
    void a_template_can_be_tried() {
        String call = BASE + "/tools/template";
        admin().body(
                        "{\"template\":\"{{ Event.info|upper }} {{ 7 // 2 }}\",\"data\":{\"Event\":{\"info\":\"{{ a }}\"}}}")
                .post(call)
                .then()
                .statusCode(200)
                .body("text", equalTo("{{ A }} 3"));
        admin().body("{\"template\":\"plain\"}")
                .post(call)
                .then()
                .statusCode(200)
                .body("text", equalTo("plain"));
    }

    @ParameterizedTest
    @CsvSource({
        "'one\\n{{ nosuch.x }}',2,11",
        "'{% if %}',1,7",
        "'{{ 1 | nosuchfilter }}',1,8",
        "'{% include \"a\" %}',1,4",
        "'{{ 7 // 0 }}',1,6"
    })
    void a_template_that_fails_is_told_with_its_place(String template, int line, int column) {
        admin().body("{\"template\":\"" + template.replace("\"", "\\\"") + "\",\"data\":{}}")
                .post(BASE + "/tools/template")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("line", equalTo(line))
                .body("column", equalTo(column))
                .body("detail", not(containsString("Exception")));
    }

    @Test
    void a_template_with_an_error_shows_in_the_check_of_a_workflow_before_any_run() {
        admin().body(Json.write(stopsRed("event-publish")).replace("no red", "{{ Event.info"))
                .post(BASE + "/workflows/check")
                .then()
                .statusCode(200)
                .body("problems.message", hasItem(containsString("The template fails at line 1, column")));
    }

    @Test
    void a_module_run_by_itself_renders_its_templates_and_tells_when_one_fails() {
        String call = BASE + "/modules/action/webhook/executions";
        admin().body("{\"data\":{\"Event\":{\"id\":\"7\"}},\"dryRun\":true,"
                        + "\"params\":{\"url\":\"http://127.0.0.1:9/{{ Event.id }}\",\"payload\":\"{{ Event.id }}\"}}")
                .post(call)
                .then()
                .statusCode(200)
                .body("success", is(true))
                .body("effects.url", contains("http://127.0.0.1:9/7"));
        admin().body("{\"data\":{},\"dryRun\":true,\"params\":{\"url\":\"http://127.0.0.1:9/{{ Event.id.x }}\"}}")
                .post(call)
                .then()
                .statusCode(200)
                .body("success", is(false))
                .body("errors", contains(containsString("The template fails at line 1")));
    }
}
