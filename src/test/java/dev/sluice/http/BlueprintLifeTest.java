package dev.sluice.http;

import static dev.sluice.http.Api.BASE;
import static dev.sluice.http.Api.admin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Blueprints over HTTP: saved, exported, imported, put into graphs. */
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BlueprintLifeTest {
    private static final String BLUEPRINTS = BASE + "/blueprints";

    /** The tag-if and the stop-execution of the usual graph. */
    private static List<Object> nodes() {
        return Api.stopsRed("event-publish").values().stream()
                .skip(1)
                .map(Object.class::cast)
                .toList();
    }

    private static int saved(String name, Object data) {
        return admin().body(Json.write(Fields.of("name", name, "data", data)))
                .post(BLUEPRINTS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void a_blueprint_lives_and_dies() {
        int id = saved("Hold back red", nodes());

        admin().get(BLUEPRINTS + "/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo("Hold back red"))
                .body("nodes", is(2))
                .body("modules", contains("tag-if", "stop-execution"))
                .body("unknownModules", empty())
                .body("default", is(false))
                .body("mermaid", startsWith("flowchart LR\n    2[/\"fas:fa-code-branch  "))
                .body("data[1].data.indexed_params.message", equalTo("no red"));
        admin().body("{\"name\":\"Hold back all red\",\"timestamp\":1700000000}")
                .put(BLUEPRINTS + "/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo("Hold back all red"))
                .body("timestamp", is(1700000000))
                .body("nodes", is(2));
        admin().queryParam("text", "ALL RED")
                .get(BLUEPRINTS)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id))
                .body("items[0].data", equalTo(null));
        admin().delete(BLUEPRINTS + "/" + id).then().statusCode(204);
        admin().get(BLUEPRINTS + "/" + id).then().statusCode(404).body("detail", containsString("no blueprint " + id));
    }

    @Test
    void what_misp_exports_comes_back_as_it_was() {
        String uuid = UUID.randomUUID().toString();
        String given = Json.write(Fields.of(
                "WorkflowBlueprint",
                Fields.of(
                        "id", "13",
                        "uuid", uuid,
                        "name", "TLP & \"PAP\" / 1",
                        "description", "[event-publish]\r\n`x`",
                        "timestamp", "1659703283",
                        "data", nodes(),
                        "default", false,
                        "mermaid", "old")));
        int id = admin().body(given)
                .post(BLUEPRINTS + "/import")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        var export = admin().get(BLUEPRINTS + "/" + id + "/export").then().statusCode(200);

        Map<?, ?> blueprint =
                (Map<?, ?>) ((Map<?, ?>) Json.parse(export.extract().asByteArray())).get("WorkflowBlueprint");
        Map<?, ?> before = (Map<?, ?>) ((Map<?, ?>) Json.parse(given)).get("WorkflowBlueprint");
        for (String key : List.of("uuid", "name", "description", "timestamp", "data", "default")) {
            assertThat(blueprint.get(key)).as(key).isEqualTo(before.get(key));
        }
        assertThat(blueprint.get("id")).isEqualTo(String.valueOf(id));
        assertThat(export.extract().header("Content-Disposition"))
                .startsWith("attachment; filename=\"blueprint_tlp-&-_pap_-_-1_")
                .contains("filename*=UTF-8''blueprint_tlp-%26-%22pap%22-%2F-1_");

        admin().body(given)
                .post(BLUEPRINTS + "/import")
                .then()
                .statusCode(422)
                .body("detail", equalTo("The UUID provided is not unique"));
        admin().body(given.replace("1659703283", "1659703284"))
                .post(BLUEPRINTS + "/import?replace=true")
                .then()
                .statusCode(200)
                .body("id", is(id))
                .body("timestamp", is(1659703284));
    }

    @Test
    void the_form_of_misps_own_import_is_understood_too() {
        String inner = Json.write(Fields.of("WorkflowBlueprint", Fields.of("name", "inner", "data", nodes())));

        admin().body(Json.write(Fields.of("WorkflowBlueprint", Fields.of("json", inner))))
                .post(BLUEPRINTS + "/import")
                .then()
                .statusCode(201)
                .body("name", equalTo("inner"));
        admin().body("{\"WorkflowBlueprint\":{\"json\":\"nonsense\"}}")
                .post(BLUEPRINTS + "/import")
                .then()
                .statusCode(400)
                .body("detail", containsString("`json`"));
    }

    @Test
    void a_blueprint_put_into_a_workflow_makes_a_graph_that_can_be_saved() {
        int workflow = Api.draw("event-before-save", Api.stopsRed("event-before-save"));
        int id = saved("Twice", nodes());

        var inserted = admin().body("{\"workflow\":" + workflow + ",\"x\":10,\"y\":-5.5}")
                .post(BLUEPRINTS + "/" + id + "/insertions")
                .then()
                .statusCode(200)
                .body("ids.2", is(4))
                .body("ids.3", is(5))
                .body("skipped", empty())
                .body("unknown", empty())
                .body("graph.4.outputs.output_1.connections[0].node", equalTo("5"))
                .body("graph.4.class", startsWith("block-type-if block-type-logic"))
                .body("graph.4.pos_y", is(-5.5f))
                .body("graph._frames.values().text", hasItem("Twice"))
                .body("problems.refuses", hasItem(false))
                .extract();

        admin().body(Json.write(Fields.of("graph", ((Map<?, ?>) Json.parse(inserted.asByteArray())).get("graph"))))
                .patch(BASE + "/workflows/" + workflow)
                .then()
                .statusCode(200)
                .body("version", is(2));
    }

    @Test
    void an_unknown_module_is_seen_at_once() {
        int id = saved("Strange", List.of(Api.node(1, "action", "from-the-future", Fields.of("a", 1L), 0)));

        admin().get(BLUEPRINTS + "/" + id).then().body("unknownModules", contains("from-the-future"));
        admin().body("{\"graph\":{}}")
                .post(BLUEPRINTS + "/" + id + "/insertions")
                .then()
                .statusCode(200)
                .body("unknown", contains(1))
                .body("graph.1.class", equalTo("block-type-error"))
                .body("graph.1.data.indexed_params.a", is(1))
                .body("remarks[0].message", containsString("not installed"))
                .body("problems.kind", hasItem("UnknownModule"));
    }

    @Test
    void the_library_is_loaded_on_request() {
        admin().queryParam("text", "5a3f0c11-7d0e-4b52-9c1d-8e2f6a7b1c01")
                .get(BLUEPRINTS)
                .then()
                .body("items[0].default", is(true))
                .body("items[0].modules", hasItems("tag-if", "stop-execution"));
        admin().post(BLUEPRINTS + "/library")
                .then()
                .statusCode(200)
                .body("created", is(0))
                .body("updated", is(0));
        admin().post(BLUEPRINTS + "/library?force=true").then().statusCode(200).body("updated", is(6));
    }

    @Test
    void our_own_one_stops_what_is_red() {
        int id = admin().queryParam("text", "5a3f0c11-7d0e-4b52-9c1d-8e2f6a7b1c01")
                .get(BLUEPRINTS)
                .path("items[0].id");
        String trigger = Json.write(Fields.of("graph", Api.graph("event-publish")));
        Map<?, ?> inserted = (Map<?, ?>) Json.parse(admin().body(trigger)
                .post(BLUEPRINTS + "/" + id + "/insertions")
                .then()
                .body("remarks", empty())
                .extract()
                .asByteArray());
        @SuppressWarnings("unchecked")
        Map<String, Object> graph = (Map<String, Object>) inserted.get("graph");
        Api.draw("event-publish", graph);

        admin().body(Api.event("PAP:RED"))
                .post(BASE + "/triggers/event-publish/runs")
                .then()
                .body("proceed", is(false))
                .body("reasons[0]", containsString("The event is tagged tlp:red or PAP:RED."));
        admin().body(
                        "{\"Event\":{\"Attribute\":[{\"type\":\"ip-dst\",\"value\":\"1.2.3.4\",\"Tag\":[{\"name\":\"tlp:red\"}]}]}}")
                .post(BASE + "/triggers/event-publish/runs")
                .then()
                .body("reasons[0]", containsString("An attribute is tagged tlp:red or PAP:RED."));
        admin().body(Api.event("tlp:green"))
                .post(BASE + "/triggers/event-publish/runs")
                .then()
                .body("proceed", is(true));
    }

    @Test
    void our_own_ones_ask_modules_only_for_what_they_have() {
        List<Map<String, Object>> own = admin().queryParam("text", "5a3f0c11-7d0e-4b52-9c1d-8e2f6a7b1c0")
                .get(BLUEPRINTS)
                .jsonPath()
                .getList("items");

        assertThat(own).hasSize(6).allSatisfy(it -> {
            Map<?, ?> inserted = (Map<?, ?>) Json.parse(admin().body("{\"graph\":{}}")
                    .post(BLUEPRINTS + "/" + it.get("id") + "/insertions")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asByteArray());
            assertThat((List<?>) inserted.get("unknown")).hasSameSizeAs((List<?>) it.get("unknownModules"));
            assertThat(Json.write(inserted.get("remarks"))).doesNotContain("has no parameter", "Saved with", "wire");
            assertThat(Json.write(inserted.get("problems"))).doesNotContain("BadSetting", "\"UnknownParam\"");
        });
    }

    @Test
    void the_examples_of_the_manual_work_as_they_stand() {
        int id = admin().body(inManual(BLUEPRINTS))
                .post(BLUEPRINTS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        admin().body(inManual(BLUEPRINTS + "/import"))
                .post(BLUEPRINTS + "/import")
                .then()
                .statusCode(201);
        admin().body(inManual(BLUEPRINTS + "/{id}/insertions"))
                .post(BLUEPRINTS + "/" + id + "/insertions")
                .then()
                .statusCode(200)
                .body("remarks", empty());
        admin().body(inManual("/query")).post("/query").then().statusCode(200);
    }

    /** The example of what to POST there. */
    private static String inManual(String path) {
        Object manual = Json.parse(admin().get("/q/openapi?format=json").asByteArray());
        for (String step : List.of("paths", path, "post", "requestBody", "content", "application/json", "examples")) {
            manual = ((Map<?, ?>) manual).get(step);
        }
        return Json.write(((Map<?, ?>) ((Map<?, ?>) manual).values().iterator().next()).get("value"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/import|{\"x\":1}|422",
                "/import|[]|422",
                "/import|nonsense|400",
                "|{\"name\":\"\"}|422",
                "|{\"name\":7}|400",
                "|{\"name\":\"n\",\"data\":\"{\"}|422",
                "|{\"name\":\"n\",\"data\":[{}]}|422",
                "|{\"name\":\"n\",\"date\":[]}|400",
                "|{\"name\":\"n\",\"timestamp\":\"soon\"}|400",
                "/1/insertions|{}|400",
                "/1/insertions|{\"graph\":{},\"workflow\":1}|400",
                "/1/insertions|{\"workflow\":999999}|404",
                "/1/insertions|{\"graph\":7}|422",
                "/1/insertions|{\"graph\":{},\"x\":1}|400",
                "/1/insertions|{\"graph\":{},\"x\":\"left\",\"y\":1}|400",
                "/999999/insertions|{\"graph\":{}}|404",
                "/library?force=perhaps|{}|400"
            })
    void what_does_not_fit_is_a_problem(String path, String body, int status) {
        admin().body(body)
                .post(BLUEPRINTS + (path == null ? "" : path))
                .then()
                .statusCode(status)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"default\":true}", "{\"uuid\":\"x\"}"})
    void what_cannot_be_changed_is_told(String body) {
        admin().body(body).put(BLUEPRINTS + "/1").then().statusCode(400);
    }
}
