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
import static org.hamcrest.Matchers.hasSize;

import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BatchRunsTest {
    private static final Object RED = Json.parse(event("tlp:red"));
    private static final Object AMBER = Json.parse(event("tlp:amber"));

    private static ValidatableResponse batch(int workflow, Object request) {
        return admin().body(Json.write(request))
                .post(BASE + "/workflows/" + workflow + "/runs/batch")
                .then();
    }

    @Test
    void every_payload_gets_its_result_in_order() {
        int id = Api.draw("event-publish", stopsRed("event-publish"));

        batch(id, Fields.of("payloads", List.of(RED, AMBER, RED)))
                .statusCode(200)
                .body("results.proceed", contains(false, true, false))
                .body("results.outcome", contains("blocked", "success", "blocked"))
                .body("results.workflowId", everyItem(equalTo(id)));
    }

    @Test
    void parameters_count_for_the_call_only() {
        int id = Api.draw("event-publish", stopsRed("event-publish"));
        Fields amber = Fields.of("2", Fields.of("tags", List.of("tlp:amber")), "3", Fields.of("message", "no amber"));

        batch(id, Fields.of("payloads", List.of(RED, AMBER), "parameters", amber))
                .statusCode(200)
                .body("results.proceed", contains(true, false))
                .body("results[1].reasons", contains(containsString("no amber")));
        batch(id, Fields.of("payloads", List.of(RED, AMBER)))
                .statusCode(200)
                .body("results.proceed", contains(false, true));
        admin().get(BASE + "/workflows/" + id)
                .then()
                .body("version", equalTo(1))
                .body("graph.2.data.indexed_params.tags", contains("tlp:red"));
    }

    @Test
    void a_dry_batch_records_what_it_would_do() {
        int id = Api.draw(
                "event-publish",
                graph("event-publish", node(2, "action", "push-zmq", Fields.of("data_extraction_path", ""), 0)));

        batch(id, Fields.of("payloads", List.of(RED, AMBER), "dryRun", true))
                .statusCode(200)
                .body("results.dryRun", contains(true, true))
                .body("results.effects.kind", contains(List.of("zmq.publish"), List.of("zmq.publish")));
    }

    @Test
    void an_old_version_can_be_asked_for() {
        int id = Api.draw("event-publish", stopsRed("event-publish"));
        admin().body(Json.write(Fields.of("graph", graph("event-publish"))))
                .patch(BASE + "/workflows/" + id)
                .then()
                .statusCode(200);

        batch(id, Fields.of("payloads", List.of(RED), "version", 1L))
                .statusCode(200)
                .body("results.proceed", contains(false))
                .body("results.workflowVersion", contains(1));
        batch(id, Fields.of("payloads", List.of(RED))).body("results.proceed", contains(true));
        batch(id, Fields.of("payloads", List.of(RED), "version", 9L)).statusCode(404);
    }

    @Test
    void a_hundred_payloads_are_taken_and_no_more() {
        int id = Api.draw("event-publish", stopsRed("event-publish"));

        batch(id, Fields.of("payloads", Collections.nCopies(100, AMBER)))
                .statusCode(200)
                .body("results", hasSize(100));
        batch(id, Fields.of("payloads", Collections.nCopies(101, AMBER)))
                .statusCode(400)
                .body("detail", containsString("100 payloads (sluice.batch.payloads), not 101"));
    }

    @Test
    void what_will_not_do_is_refused_with_a_sentence() {
        int id = Api.draw("event-publish", stopsRed("event-publish"));
        List<Object> red = List.of(RED);

        refused(id, new Fields(), 400, "`payloads` must be a list of JSON objects");
        refused(id, Fields.of("payloads", List.of()), 400, "`payloads` must be a list of JSON objects");
        refused(id, Fields.of("payloads", List.of(RED, "red")), 400, "number 2 is none");
        refused(id, Fields.of("payload", red), 400, "`payload` cannot be set here");
        refused(id, Fields.of("payloads", red, "parameters", Fields.of("2", 5L)), 400, "names nodes by their ids");
        refused(
                id,
                Fields.of("payloads", red, "parameters", Fields.of("7", Fields.of("a", "b"))),
                422,
                "no node 7 that could take `parameters`; its nodes are 1, 2, 3.");
        refused(
                id,
                Fields.of("payloads", red, "parameters", Fields.of("2", Fields.of("tag", "b"))),
                422,
                "a setting `tag` that module `tag-if` does not know");
        batch(999_999, Fields.of("payloads", red)).statusCode(404);
    }

    private static void refused(int workflow, Object request, int status, String words) {
        batch(workflow, request).statusCode(status).body("detail", containsString(words));
    }
}
