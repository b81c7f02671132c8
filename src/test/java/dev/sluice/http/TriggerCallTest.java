package dev.sluice.http;

import static dev.sluice.http.Api.BASE;
import static dev.sluice.http.Api.admin;
import static dev.sluice.http.Api.event;
import static dev.sluice.http.Api.example;
import static dev.sluice.http.Api.graph;
import static dev.sluice.http.Api.node;
import static dev.sluice.http.Api.stopsRed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import dev.sluice.payload.Fields;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TriggerCallTest {
    private static ValidatableResponse fire(String trigger, String body) {
        return admin().body(body).post(BASE + "/triggers/" + trigger + "/runs").then();
    }

    @Test
    void an_event_that_a_workflow_stops_is_not_to_proceed_and_the_reason_is_told() {
        int id = Api.draw("event-publish", stopsRed("event-publish"));

        fire("event-publish", event("tlp:red"))
                .statusCode(200)
                .body("proceed", equalTo(false))
                .body("outcome", equalTo("blocked"))
                .body("workflowId", equalTo(id))
                .body("workflowVersion", equalTo(1))
                .body("stoppedBy.nodeId", equalTo(3))
                .body("reasons", contains(containsString("no red")))
                .body("nodes.result", contains("then", "stopped"))
                .body("eventUuid", notNullValue());
        fire("event-publish", event("tlp:green"))
                .statusCode(200)
                .body("proceed", equalTo(true))
                .body("outcome", equalTo("success"))
                .body("reasons", empty());
    }

    @Test
    void both_training_examples_take_either_way() {
        Api.clear("event-publish");
        Api.switchOn("event-publish");
        admin().body(example("tlp-red-stop/workflow.json"))
                .post(BASE + "/workflows/import")
                .then()
                .statusCode(201)
                .body("problems", empty());
        fire("event-publish", example("tlp-red-stop/event-red.json")).body("proceed", equalTo(false));
        fire("event-publish", example("tlp-red-stop/event-red-attribute.json"))
                .body("proceed", equalTo(false))
                .body("stoppedBy.nodeId", equalTo(5));
        fire("event-publish", example("tlp-red-stop/event-green.json")).body("proceed", equalTo(true));

        admin().body(example("tlp-white-to-zmq/workflow.json"))
                .post(BASE + "/workflows/import?replace=true")
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
        fire("event-publish", example("tlp-white-to-zmq/event-white-attribute.json"))
                .body("proceed", equalTo(true))
                .body("nodes.module", contains("tag-if", "push-zmq"))
                .body("nodes.result", contains("then", "continued"));
        fire("event-publish", example("tlp-white-to-zmq/event-plain.json")).body("nodes.result", contains("else"));
    }

    @Test
    void a_dry_run_does_nothing_and_tells_what_it_would_have_done() {
        Api.draw("event-publish", graph("event-publish", node(2, "action", "push-zmq", new Fields(), 0)));

        admin().body(event("tlp:red"))
                .post(BASE + "/triggers/event-publish/runs?dryRun=true")
                .then()
                .body("dryRun", equalTo(true))
                .body("effects", hasSize(1))
                .body("effects[0].kind", equalTo("zmq.publish"))
                .body("effects[0].topic", equalTo("misp_json_workflow"));
    }

    @Test
    void a_dry_run_goes_into_the_branches_of_a_concurrent_task_too() {
        Api.draw(
                "event-publish",
                graph(
                        "event-publish",
                        node(2, "logic", "concurrent-task", new Fields(), 3),
                        node(3, "action", "push-zmq", new Fields(), 4),
                        node(4, "action", "stop-execution", new Fields(), 0)));

        admin().body(event())
                .post(BASE + "/triggers/event-publish/runs?dryRun=true")
                .then()
                .body("nodes.module", contains("concurrent-task", "push-zmq", "stop-execution"))
                .body("effects.kind", contains("zmq.publish"))
                .body("proceed", equalTo(true));
    }

    @Test
    void a_trigger_that_is_off_or_that_nothing_listens_to_is_skipped() {
        fire("user-after-save", "{\"User\":{}}")
                .statusCode(200)
                .body("outcome", equalTo("skipped"))
                .body("proceed", equalTo(true))
                .body("reasons", contains("The trigger `user-after-save` is disabled."));

        Api.clear("user-before-save");
        Api.switchOn("user-before-save");
        fire("user-before-save", "{\"User\":{}}")
                .statusCode(200)
                .body("outcome", equalTo("skipped"))
                .body("reasons", contains("No workflow listens to `user-before-save`."));
    }

    @Test
    void a_trigger_that_does_not_exist_is_a_problem() {
        fire("no-such-trigger", "{}")
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString("no trigger `no-such-trigger`"));
    }

    @Test
    void a_trigger_nobody_waits_for_is_queued_and_its_run_is_found_later() {
        Api.draw("event-after-save", stopsRed("event-after-save"));

        String id = fire("event-after-save", event("tlp:red"))
                .statusCode(202)
                .body("status", equalTo("queued"))
                .extract()
                .path("runId");

        await().untilAsserted(() ->
                admin().get(BASE + "/runs/" + id).then().statusCode(200).body("outcome", equalTo("blocked")));
        admin().body(event("tlp:red"))
                .post(BASE + "/triggers/event-after-save/runs?wait=true")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("blocked"));
    }

    @Test
    void a_branch_runs_on_its_own_and_is_kept_with_the_run_that_sent_it_off() {
        Api.draw(
                "event-publish",
                graph(
                        "event-publish",
                        node(2, "logic", "concurrent-task", new Fields(), 3),
                        node(3, "action", "stop-execution", Fields.of("message", "in the branch"), 0)));

        String id = fire("event-publish", event())
                .body("proceed", equalTo(true))
                .body("nodes.result", contains("concurrent"))
                .extract()
                .path("runId");

        await().untilAsserted(() ->
                admin().get(BASE + "/runs?text=in the branch").then().body("items.parentId", hasItem(id)));
    }

    @Test
    void the_same_key_and_body_get_the_same_answer_and_another_body_is_refused() {
        Api.draw("event-publish", stopsRed("event-publish"));
        String key = "key-" + System.nanoTime();

        String first = admin().header("Idempotency-Key", key)
                .body(event("tlp:red"))
                .post(BASE + "/triggers/event-publish/runs")
                .then()
                .statusCode(200)
                .extract()
                .path("runId");
        admin().header("Idempotency-Key", key)
                .body(event("tlp:red"))
                .post(BASE + "/triggers/event-publish/runs")
                .then()
                .statusCode(200)
                .body("runId", equalTo(first))
                .body("proceed", equalTo(false));
        admin().header("Idempotency-Key", key)
                .body(event("tlp:green"))
                .post(BASE + "/triggers/event-publish/runs")
                .then()
                .statusCode(422);
    }

    @Test
    void a_call_with_too_many_runs_behind_it_is_refused_as_a_loop() {
        Api.draw("event-publish", stopsRed("event-publish"));

        admin().header("Sluice-Depth", "9")
                .body(event())
                .post(BASE + "/triggers/event-publish/runs")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("failure"))
                .body("proceed", equalTo(false))
                .body("reasons", contains(containsString("Refused as a loop")));
    }

    @Test
    void a_workflow_that_starts_with_another_trigger_does_not_run_and_says_so() {
        Api.draw("event-publish", stopsRed("event-before-save"));

        fire("event-publish", event("tlp:green"))
                .statusCode(200)
                .body("outcome", equalTo("failure"))
                .body("proceed", equalTo(false))
                .body("reasons", contains(containsString("Invalid start node `-1`")));
    }

    @Test
    void a_declared_trigger_works_like_those_that_come_with_the_program() {
        admin().body(
                        "{\"id\":\"ticket-before-close\",\"name\":\"Ticket Before Close\",\"scope\":\"ticket\",\"blocking\":true}")
                .post(BASE + "/triggers")
                .then()
                .statusCode(201)
                .body("origin", equalTo("declared"));
        int workflow = Api.draw(
                "ticket-before-close",
                graph(
                        "ticket-before-close",
                        node(
                                2,
                                "logic",
                                "generic-if",
                                Fields.of("hash_path", "ticket.state", "operator", "equals", "value", "open"),
                                3),
                        node(3, "action", "stop-execution", Fields.of("message", "still open"), 0)));

        fire("ticket-before-close", "{\"ticket\":{\"state\":\"open\"}}").body("proceed", equalTo(false));
        fire("ticket-before-close", "{\"ticket\":{\"state\":\"done\"}}").body("proceed", equalTo(true));
        admin().delete(BASE + "/triggers/ticket-before-close").then().statusCode(409);
        admin().delete(BASE + "/workflows/" + workflow).then().statusCode(204);
        admin().delete(BASE + "/triggers/ticket-before-close").then().statusCode(204);
        fire("ticket-before-close", "{}").statusCode(404);
        admin().delete(BASE + "/triggers/event-publish").then().statusCode(409);
    }

    @Test
    void a_disabled_module_shows_in_the_run_and_stops_it_where_it_is_a_blocking_one() {
        Api.draw("event-publish", graph("event-publish", node(2, "action", "stop-execution", new Fields(), 0)));
        admin().body("{\"enabled\":false}")
                .patch(BASE + "/modules/action/stop-execution")
                .then()
                .statusCode(200);
        try {
            fire("event-publish", event())
                    .body("outcome", equalTo("blocked"))
                    .body("proceed", equalTo(false))
                    .body("nodes.result", contains("disabled"));
            admin().body("{\"onError\":\"open\"}")
                    .patch(BASE + "/triggers/event-publish")
                    .then()
                    .statusCode(200);
            fire("event-publish", event()).body("outcome", equalTo("failure")).body("proceed", equalTo(true));
        } finally {
            admin().body("{\"enabled\":true}").patch(BASE + "/modules/action/stop-execution");
            admin().body("{\"onError\":\"closed\"}").patch(BASE + "/triggers/event-publish");
        }
    }

    @Test
    void an_exponential_regex_is_answered_like_any_other() {
        Api.draw(
                "event-publish",
                graph(
                        "event-publish",
                        node(
                                2,
                                "logic",
                                "generic-if",
                                Fields.of("hash_path", "Event.Tag.{n}[name=/(a+)+$/].name", "operator", "any_value"),
                                0)));

        fire("event-publish", event("a".repeat(50_000) + "b")).statusCode(200).body("nodes.result", contains("else"));
    }

    @Test
    void counters_are_exact_when_many_call_at_once() throws Exception {
        int id = Api.draw("event-publish", stopsRed("event-publish"));
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try {
            Callable<Integer> call =
                    () -> fire("event-publish", event()).extract().statusCode();
            assertThat(callers.invokeAll(
                            IntStream.range(0, 200).mapToObj(i -> call).collect(Collectors.toList())))
                    .allSatisfy(it -> assertThat(it.get()).isEqualTo(200));
        } finally {
            callers.shutdown();
        }

        admin().get(BASE + "/runs?workflow=" + id + "&size=1").then().body("total", equalTo(200));
        admin().get(BASE + "/workflows/" + id).then().body("counter", equalTo(200));
    }
}
