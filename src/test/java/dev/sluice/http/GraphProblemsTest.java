package dev.sluice.http;

import static dev.sluice.http.Api.BASE;
import static dev.sluice.http.Api.admin;
import static dev.sluice.http.Api.event;
import static dev.sluice.http.Api.graph;
import static dev.sluice.http.Api.node;
import static dev.sluice.http.Api.stopsRed;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is refused of a drawing, by every way it can come in, and what is only remarked. */
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GraphProblemsTest {
    private static final String TRIGGER = "event-before-save";

    @BeforeEach
    void nothing_is_drawn() {
        Api.clear(TRIGGER);
    }

    static Stream<Arguments> refused() {
        Map<String, Object> cycle = graph(
                TRIGGER,
                node(2, "action", "push-zmq", new Fields(), 3),
                node(3, "action", "push-zmq", new Fields(), 2));
        Map<String, Object> twoTriggers = stopsRed(TRIGGER);
        twoTriggers.put("4", node(4, "trigger", "event-publish", new Fields(), 0));
        Map<String, Object> noTrigger = Fields.of("2", node(2, "action", "push-zmq", new Fields(), 0));
        Map<String, Object> fork = stopsRed(TRIGGER);
        fork.put(
                "1",
                Fields.of(
                        "id", 1L,
                        "data", Fields.of("id", TRIGGER, "module_type", "trigger"),
                        "inputs", List.of(),
                        "outputs",
                                Fields.of(
                                        "output_1",
                                        Fields.of(
                                                "connections",
                                                List.of(
                                                        Fields.of("node", "2", "output", "input_1"),
                                                        Fields.of("node", "3", "output", "input_1"))))));
        return Stream.of(
                Arguments.of(cycle, "containing a cycle"),
                Arguments.of(twoTriggers, "no or more than one trigger"),
                Arguments.of(noTrigger, "no or more than one trigger"),
                Arguments.of(fork, "more than one connection per output"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void what_misp_refuses_is_not_saved_by_any_way(Map<String, Object> graph, String reason) {
        String drawn = Json.write(Fields.of("trigger", TRIGGER, "graph", graph));
        String imported = Json.write(Fields.of("Workflow", Fields.of("trigger_id", TRIGGER, "data", graph)));

        refuses("POST", "/workflows", drawn, reason);
        refuses("POST", "/workflows/import", imported, reason);
        admin().get(BASE + "/triggers/" + TRIGGER).then().body("workflowId", equalTo(null));

        int id = Api.draw(TRIGGER, stopsRed(TRIGGER));
        refuses("PUT", "/workflows/" + id, drawn, reason);
        refuses("PATCH", "/workflows/" + id, drawn, reason);
        refuses("POST", "/workflows/import?replace=true", imported, reason);
        admin().get(BASE + "/workflows/" + id)
                .then()
                .body("version", equalTo(1))
                .body("graph.2.data.id", equalTo("tag-if"));
    }

    private static void refuses(String method, String path, String body, String reason) {
        admin().body(body)
                .request(method, BASE + path)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("detail", containsString(reason))
                .body("problems.refuses", hasItem(true));
    }

    @Test
    void a_filter_with_an_unclosed_bracket_is_remarked_when_it_is_drawn_and_does_no_harm_when_it_runs() {
        Map<String, Object> filter = Fields.of(
                "filtering-label", "A",
                "selector", "Event.Tag.{n}[name=tlp",
                "operator", "equals",
                "value", "x",
                "hash_path", "name");
        admin().body("{\"enabled\":true}")
                .patch(BASE + "/modules/logic/generic-filter-data")
                .then()
                .statusCode(200);
        Api.switchOn(TRIGGER);

        admin().body(Json.write(Fields.of(
                        "trigger",
                        TRIGGER,
                        "graph",
                        graph(
                                TRIGGER,
                                node(2, "logic", "generic-filter-data", filter, 3),
                                node(3, "action", "push-zmq", Fields.of("data_extraction_path", "Event.Tag.{n}"), 0)))))
                .post(BASE + "/workflows")
                .then()
                .statusCode(201)
                .body("problems.kind", everyItem(equalTo("BadSetting")))
                .body("problems.message", hasItem(containsString("selector")))
                .body("problems.refuses", everyItem(is(false)));
        try {
            admin().body(event("tlp:red"))
                    .post(BASE + "/triggers/" + TRIGGER + "/runs?dryRun=true")
                    .then()
                    .statusCode(200)
                    .body("nodes.result", contains("out", "continued"))
                    .body("effects[0].data.name", contains("tlp:red"));
        } finally {
            admin().body("{\"enabled\":false}").patch(BASE + "/modules/logic/generic-filter-data");
        }
    }

    @Test
    void a_graph_that_starts_with_another_trigger_is_remarked() {
        admin().body(Json.write(Fields.of("trigger", TRIGGER, "graph", stopsRed("event-publish"))))
                .post(BASE + "/workflows")
                .then()
                .statusCode(201)
                .body("problems.kind", contains("TriggerMismatch"))
                .body("problems.refuses", contains(false));
    }

    @Test
    void a_graph_may_be_drawn_before_its_trigger_is_declared_and_it_is_remarked_that_nothing_calls_it() {
        admin().body(Json.write(stopsRed("case-closed")))
                .post(BASE + "/workflows/check")
                .then()
                .statusCode(200)
                .body("problems.message", contains(containsString("nothing will ever call")));

        int id = admin().body(Json.write(Fields.of("graph", stopsRed("case-closed"))))
                .post(BASE + "/workflows")
                .then()
                .statusCode(201)
                .body("problems.kind", contains("UnknownModule"))
                .body("problems.message", contains(containsString("`case-closed`")))
                .body("problems.message", contains(containsString("until the trigger is declared")))
                .extract()
                .path("id");
        admin().delete(BASE + "/workflows/" + id).then().statusCode(204);
    }

    @Test
    void a_workflow_that_is_there_already_is_imported_only_in_its_place() {
        int id = Api.draw(TRIGGER, stopsRed(TRIGGER));
        String exported = admin().get(BASE + "/workflows/" + id + "/export").asString();

        admin().body(exported)
                .post(BASE + "/workflows/import")
                .then()
                .statusCode(409)
                .body("detail", containsString("workflow already, number " + id))
                .body("detail", containsString("replace=true"));
        admin().body(exported)
                .post(BASE + "/workflows/import?replace=true")
                .then()
                .statusCode(200);
    }

    @Test
    void a_workflow_stays_with_its_trigger() {
        int id = Api.draw(TRIGGER, stopsRed(TRIGGER));

        for (String method : List.of("PUT", "PATCH")) {
            admin().body(Json.write(Fields.of("trigger", "event-publish", "graph", stopsRed("event-publish"))))
                    .request(method, BASE + "/workflows/" + id)
                    .then()
                    .statusCode(400)
                    .body("detail", containsString("stays with its trigger `" + TRIGGER + "`"));
        }
    }

    @Test
    void a_graph_of_the_wrong_kind_is_a_problem() {
        for (String graph : List.of("null", "5", "\"text\"", "[1]", "{\"1\":5}", "{\"1\":{\"id\":\"x\"}}")) {
            admin().body("{\"trigger\":\"" + TRIGGER + "\",\"graph\":" + graph + "}")
                    .post(BASE + "/workflows")
                    .then()
                    .statusCode(422)
                    .contentType("application/problem+json");
        }
    }
}
