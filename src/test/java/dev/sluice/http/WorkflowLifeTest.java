package dev.sluice.http;

import static dev.sluice.http.Api.BASE;
import static dev.sluice.http.Api.admin;
import static dev.sluice.http.Api.event;
import static dev.sluice.http.Api.graph;
import static dev.sluice.http.Api.node;
import static dev.sluice.http.Api.stopsRed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WorkflowLifeTest {
    private static final String TRIGGER = "shadow-attribute-before-save";

    private static String body(Map<String, Object> graph) {
        return Json.write(Fields.of("trigger", TRIGGER, "graph", graph));
    }

    private static ValidatableResponse create(Map<String, Object> graph) {
        Api.clear(TRIGGER);
        return admin().body(body(graph)).post(BASE + "/workflows").then();
    }

    private static ValidatableResponse check(Object graph) {
        return admin().body(Json.write(graph)).post(BASE + "/workflows/check").then();
    }

    @Test
    void a_workflow_is_drawn_changed_and_brought_back() {
        int id = create(stopsRed(TRIGGER))
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("name", equalTo("Workflow for trigger " + TRIGGER))
                .body("problems", hasSize(0))
                .extract()
                .path("id");
        String path = BASE + "/workflows/" + id;
        Map<String, Object> other = graph(TRIGGER, node(2, "action", "push-zmq", new Fields(), 0));

        admin().header("If-Match", "\"1\"")
                .body(body(other))
                .put(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        admin().header("If-Match", "\"1\"")
                .body(body(stopsRed(TRIGGER)))
                .put(path)
                .then()
                .statusCode(412)
                .contentType("application/problem+json")
                .body("currentVersion", equalTo(2));
        admin().body("{\"name\":\"mine\",\"debug\":true}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("name", equalTo("mine"))
                .body("debug", is(true))
                .body("version", equalTo(2));
        admin().get(path + "/versions").then().body("version", contains(2, 1));
        admin().get(path + "/versions/1").then().body("graph.2.data.id", equalTo("tag-if"));
        admin().post(path + "/versions/1/restore").then().statusCode(200).body("version", equalTo(3));
        admin().get(path).then().body("graph.2.data.id", equalTo("tag-if"));
        admin().get(BASE + "/workflows?text=mine")
                .then()
                .body("items.id", hasItem(id))
                .body("items[0].graph", nullValue());
        admin().delete(path).then().statusCode(204);
        admin().get(path).then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void misp_gets_back_what_it_gave() {
        Api.clear(TRIGGER);
        Map<String, Object> graph = stopsRed(TRIGGER);
        graph.put("_frames", Fields.of("f", Fields.of("id", "f", "text", "mine", "nodes", List.of(2L), "extra", 1L)));
        String uuid = "7f3c9a10-0000-4000-8000-000000000001";
        for (Object data : List.of(graph, Json.write(graph))) {
            int id = admin().body(Json.write(Fields.of(
                            "Workflow",
                            Fields.of("uuid", uuid, "name", "from MISP", "trigger_id", TRIGGER, "data", data))))
                    .post(BASE + "/workflows/import")
                    .then()
                    .statusCode(201)
                    .body("uuid", equalTo(uuid))
                    .extract()
                    .path("id");

            String exported = admin().get(BASE + "/workflows/" + id + "/export").asString();

            Map<?, ?> workflow = (Map<?, ?>) ((Map<?, ?>) Json.parse(exported)).get("Workflow");
            assertThat(workflow.get("data")).isEqualTo(graph);
            assertThat(workflow.get("trigger_id")).isEqualTo(TRIGGER);
            admin().delete(BASE + "/workflows/" + id);
        }
    }

    @Test
    void a_trigger_has_one_workflow() {
        create(stopsRed(TRIGGER)).statusCode(201);

        admin().body(body(stopsRed(TRIGGER)))
                .post(BASE + "/workflows")
                .then()
                .statusCode(409)
                .body("detail", containsString("has a workflow already"));
    }

    @Test
    void a_graph_that_misp_refuses_is_refused_with_all_its_problems_and_nothing_is_saved() {
        Map<String, Object> cycle = graph(
                TRIGGER,
                node(2, "action", "push-zmq", new Fields(), 3),
                node(3, "action", "push-zmq", new Fields(), 2));
        cycle.put("4", node(4, "trigger", "event-publish", new Fields(), 0));

        create(cycle)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("detail", containsString("Cannot save a workflow containing a cycle"))
                .body("problems.kind", hasItems("Cycle", "TriggerCount"));

        admin().get(BASE + "/workflows?text=" + TRIGGER).then().body("total", equalTo(0));
    }

    @Test
    void what_the_original_never_checked_is_warned_about_and_saved_all_the_same() {
        Map<String, Object> graph = graph(
                TRIGGER,
                node(2, "action", "no-such-module", new Fields(), 3),
                node(3, "action", "push-zmq", Fields.of("data_extraction_path", "Event.{n}[type=ip"), 99),
                node(5, "action", "webhook", Fields.of("colour", "red"), 0));
        graph.put(
                "4",
                Fields.of(
                        "id", 4L,
                        "data", Fields.of("id", "stop-execution", "module_type", "action"),
                        "inputs", List.of(),
                        "outputs",
                                Fields.of(
                                        "output_7",
                                        Fields.of(
                                                "connections", List.of(Fields.of("node", "2", "output", "input_9"))))));

        create(graph)
                .statusCode(201)
                .body(
                        "problems.kind",
                        hasItems(
                                "UnknownModule",
                                "BadSetting",
                                "DanglingWire",
                                "UnknownPort",
                                "UnknownParam",
                                "MissingParam",
                                "Unreachable"))
                .body("problems.refuses", not(hasItem(true)));
    }

    @Test
    void a_check_says_what_misp_says_and_more() {
        check(graph(
                        TRIGGER,
                        node(2, "logic", "concurrent-task", new Fields(), 3),
                        node(3, "action", "stop-execution", new Fields(), 0)))
                .statusCode(200)
                .body("acyclic", is(true))
                .body("cycles", hasSize(0))
                .body("pathWarnings", hasSize(1))
                .body("problems.kind", hasItem("PathWarning"));
        check(graph("event-after-save", node(2, "action", "stop-execution", new Fields(), 0)))
                .body(
                        "notifications.stop-execution.warning.text",
                        contains("Blocking module might not work as intended"));
        check(graph("user-before-save", node(2, "logic", "count-if", new Fields(), 0)))
                .body("notifications.count-if.error.text", contains("Module disabled"));
        check("no graph").statusCode(400);
        check(Map.of("1", "no node")).statusCode(422);
    }

    @Test
    void a_workflow_runs_by_hand_on_the_version_of_now_or_of_then() {
        int id = Api.draw(TRIGGER, stopsRed(TRIGGER));
        admin().body(body(graph(TRIGGER))).put(BASE + "/workflows/" + id).then().statusCode(200);

        admin().body("{\"ShadowAttribute\":{},\"Event\":{\"Tag\":[{\"name\":\"tlp:red\"}]}}")
                .post(BASE + "/workflows/" + id + "/runs")
                .then()
                .statusCode(200)
                .body("proceed", is(true))
                .body("workflowVersion", equalTo(2));
        admin().body("{\"ShadowAttribute\":{},\"Event\":{\"Tag\":[{\"name\":\"tlp:red\"}]}}")
                .post(BASE + "/workflows/" + id + "/runs?version=1")
                .then()
                .statusCode(200)
                .body("proceed", is(false))
                .body("workflowVersion", equalTo(1));
        admin().body(event())
                .post(BASE + "/workflows/" + id + "/runs?version=7")
                .then()
                .statusCode(404);
    }
}
