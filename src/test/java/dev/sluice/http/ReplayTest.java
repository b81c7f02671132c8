package dev.sluice.http;

import static dev.sluice.http.Api.BASE;
import static dev.sluice.http.Api.admin;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReplayTest {
    private static final String TRIGGER = "event-publish";

    @BeforeEach
    void alone() {
        Api.clear(TRIGGER);
        Api.switchOn(TRIGGER);
    }

    private String fire(String event) {
        return admin().body(event)
                .post(BASE + "/triggers/" + TRIGGER + "/runs")
                .then()
                .statusCode(200)
                .extract()
                .path("runId");
    }

    private int stopping(String tag) {
        return Api.draw(
                TRIGGER,
                Api.graph(
                        TRIGGER,
                        Api.node(
                                2,
                                "logic",
                                "tag-if",
                                Fields.of("scope", "event", "condition", "in_or", "tags", List.of(tag)),
                                3),
                        Api.node(3, "action", "stop-execution", Fields.of("message", "no red"), 0)));
    }

    @Test
    void a_run_is_repeated_dry_on_the_version_of_then() {
        int workflow = stopping("tlp:red");
        String run = fire(Api.event("tlp:red"));

        admin().post(BASE + "/runs/" + run + "/replay")
                .then()
                .statusCode(200)
                .body("runId", not(run))
                .body("replayOf", is(run))
                .body("workflowId", is(workflow))
                .body("workflowVersion", is(1))
                .body("dryRun", is(true))
                .body("outcome", is("blocked"));
    }

    @Test
    void on_the_version_of_now_it_may_end_otherwise() {
        int workflow = stopping("tlp:red");
        String run = fire(Api.event("tlp:red"));
        admin().body(Json.write(
                        Fields.of("graph", Api.graph(TRIGGER, Api.node(2, "action", "push-zmq", new Fields(), 0)))))
                .put(BASE + "/workflows/" + workflow)
                .then()
                .statusCode(200);

        admin().body("{\"version\": \"now\"}")
                .post(BASE + "/runs/" + run + "/replay")
                .then()
                .statusCode(200)
                .body("workflowVersion", is(2))
                .body("outcome", is("success"))
                .body("effects.kind", contains("zmq.publish"));
        admin().body("{\"version\": \"then\", \"dryRun\": false}")
                .post(BASE + "/runs/" + run + "/replay")
                .then()
                .statusCode(200)
                .body("dryRun", nullValue())
                .body("outcome", is("blocked"));
    }

    @Test
    void from_a_node_on_it_goes_on_with_the_data_as_that_node_found_it() {
        Api.draw(
                TRIGGER,
                Api.graph(
                        TRIGGER,
                        Api.node(
                                2,
                                "logic",
                                "generic-filter-data",
                                Fields.of(
                                        "filtering-label",
                                        "A",
                                        "selector",
                                        "Event._AttributeFlattened.{n}",
                                        "operator",
                                        "equals",
                                        "hash_path",
                                        "type",
                                        "value",
                                        "ip-dst"),
                                3),
                        Api.node(
                                3,
                                "action",
                                "push-zmq",
                                Fields.of("data_extraction_path", "Event._AttributeFlattened.{n}.value"),
                                0)));
        admin().body("{\"enabled\": true}")
                .patch(BASE + "/modules/logic/generic-filter-data")
                .then()
                .statusCode(200);
        String run = fire(
                "{\"Event\": {\"Attribute\": [{\"type\": \"ip-dst\", \"value\": \"198.51.100.7\"}, {\"type\": \"domain\", \"value\": \"other.example\"}]}}");
        admin().get(BASE + "/runs/" + run)
                .then()
                .body("nodes[0].changes", hasSize(1))
                .body("nodes[0].changes[0].path", is("/enabledFilters"));

        admin().body("{\"from\": 3}")
                .post(BASE + "/runs/" + run + "/replay")
                .then()
                .statusCode(200)
                .body("nodes", hasSize(1))
                .body("nodes[0].nodeId", is(3))
                .body("effects.toString()", containsString("198.51.100.7"))
                .body("effects.toString()", not(containsString("other.example")));
    }

    @Test
    void the_input_can_be_looked_at() {
        stopping("tlp:red");
        String run = fire(Api.event("tlp:red"));

        admin().get(BASE + "/runs/" + run + "/input")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("Event.Tag[0].name", is("tlp:red"));
    }

    @Test
    void a_replay_is_in_the_history_like_any_other_run() {
        stopping("tlp:red");
        String run = fire(Api.event("tlp:green"));

        String again = admin().post(BASE + "/runs/" + run + "/replay").path("runId");

        admin().get(BASE + "/runs/" + again).then().body("replayOf", is(run)).body("nodes", notNullValue());
        admin().queryParam("trigger", TRIGGER).get(BASE + "/runs").then().body("items.runId", hasItem(again));
    }

    @Test
    void what_cannot_be_repeated_says_why() {
        int workflow = stopping("tlp:red");
        String run = fire(Api.event("tlp:green"));

        admin().post(BASE + "/runs/no-such-run/replay").then().statusCode(404);
        admin().body("{\"from\": 3}")
                .post(BASE + "/runs/" + run + "/replay")
                .then()
                .statusCode(422)
                .body("detail", containsString("never came to node 3"));
        admin().body("{\"version\": \"yesterday\"}")
                .post(BASE + "/runs/" + run + "/replay")
                .then()
                .statusCode(400)
                .body("detail", is("version must be then or now."));
        admin().delete(BASE + "/workflows/" + workflow);
        admin().post(BASE + "/runs/" + run + "/replay")
                .then()
                .statusCode(409)
                .body("detail", containsString("deleted"));
    }
}
