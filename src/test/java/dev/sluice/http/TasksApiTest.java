package dev.sluice.http;

import static dev.sluice.http.Api.BASE;
import static dev.sluice.http.Api.admin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import dev.sluice.store.TestFlaky;
import dev.sluice.store.TestGate;
import dev.sluice.store.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Background work as a caller sees it. */
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TasksApiTest {
    private static final String TRIGGER = "test-start";
    private static final String RUNS = BASE + "/triggers/" + TRIGGER + "/runs";
    private static final String TASKS = BASE + "/tasks";

    @Inject
    TestFlaky flaky;

    @Inject
    TestGate gate;

    @BeforeEach
    void switch_on() {
        for (String module : List.of("test-flaky", "test-gate")) {
            admin().body("{\"enabled\":true}").patch(BASE + "/modules/action/" + module);
        }
        flaky.breaks(0);
    }

    private static void draw(String action) {
        Api.draw(TRIGGER, Api.graph(TRIGGER, Api.node(2, "action", action, new Fields(), 0)));
    }

    private static String fire() {
        return admin().body("{}").post(RUNS).then().statusCode(202).extract().path("runId");
    }

    @Test
    void what_failed_for_good_is_listed_with_its_error_and_can_be_tried_again() {
        draw("test-flaky");
        flaky.breaks(4);
        String id = fire();
        await().untilAsserted(() ->
                admin().get(TASKS + "/" + id).then().statusCode(200).body("state", equalTo("dead")));

        admin().get(TASKS + "?state=dead&trigger=" + TRIGGER)
                .then()
                .body("items.id", hasItem(id))
                .body("items.find { it.id == '" + id + "' }.lastError", containsString("It broke."))
                .body("items.find { it.id == '" + id + "' }.attempts", equalTo(4));
        admin().post(TASKS + "/" + id + "/retry").then().statusCode(200);
        await().untilAsserted(() -> admin().get(TASKS + "/" + id).then().statusCode(404));

        await().untilAsserted(() ->
                admin().get(BASE + "/runs/" + id).then().statusCode(200).body("outcome", equalTo("success")));
        admin().get(BASE + "/audit?kind=task&subject=" + TRIGGER + " " + id)
                .then()
                .body("items.action", equalTo(List.of("retry")))
                .body("items[0].who", equalTo("admin"))
                .body("items[0].before.lastError", containsString("It broke."));
    }

    @Test
    void all_dead_tasks_of_a_trigger_are_tried_again_or_deleted_together() {
        draw("test-flaky");
        flaky.breaks(8);
        List<String> ids = List.of(fire(), fire());
        await().untilAsserted(() ->
                admin().get(TASKS + "?state=dead&trigger=" + TRIGGER).then().body("total", equalTo(2)));

        flaky.breaks(8);
        admin().post(TASKS + "/dead/retry?trigger=" + TRIGGER)
                .then()
                .statusCode(200)
                .body("tasks", equalTo(2));
        await().untilAsserted(() ->
                admin().get(TASKS + "?state=dead&trigger=" + TRIGGER).then().body("total", equalTo(2)));
        admin().delete(TASKS + "/dead?trigger=" + TRIGGER)
                .then()
                .statusCode(200)
                .body("tasks", equalTo(2));

        ids.forEach(id -> admin().get(TASKS + "/" + id).then().statusCode(404));
        admin().get(BASE + "/audit?kind=task&subject=all dead of " + TRIGGER)
                .then()
                .body("items.action", equalTo(List.of("delete", "retry")))
                .body("items[0].before.ids", containsInAnyOrder(ids.toArray()));
    }

    @Test
    void a_task_that_runs_can_neither_be_deleted_nor_tried_again() {
        draw("test-gate");
        String id = fire();
        await().until(() -> gate.waiting() == 1);

        admin().get(TASKS + "/" + id).then().body("state", equalTo("running"));
        admin().delete(TASKS + "/" + id)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("detail", containsString("being run"));
        admin().post(TASKS + "/" + id + "/retry").then().statusCode(409);
        gate.open();
        await().untilAsserted(() -> admin().get(TASKS + "/" + id).then().statusCode(404));
    }

    @Test
    void what_is_asked_wrongly_is_a_problem() {
        admin().get(TASKS + "?state=asleep")
                .then()
                .statusCode(400)
                .body("detail", containsString("waiting, running, dead"));
        admin().get(TASKS + "?sort=colour").then().statusCode(422);
        admin().get(TASKS + "/none").then().statusCode(404);
        admin().delete(TASKS + "/none").then().statusCode(404);
        admin().post(TASKS + "/dead/retry").then().statusCode(400);
    }

    @Test
    void two_calls_at_once_with_one_key_are_one_task_and_get_one_answer() throws Exception {
        draw("test-flaky");
        String key = "at-once-" + System.nanoTime();

        Set<String> ids = Together.run(4, () -> admin().header("Idempotency-Key", key)
                        .body("{\"a\":1}")
                        .post(RUNS)
                        .then()
                        .statusCode(202)
                        .extract()
                        .<String>path("runId"))
                .stream()
                .map(Object::toString)
                .collect(Collectors.toSet());

        assertThat(ids).hasSize(1);
        admin().header("Idempotency-Key", key)
                .body("{\"a\":2}")
                .post(RUNS)
                .then()
                .statusCode(422);
        String id = ids.iterator().next();
        await().untilAsserted(() -> admin().get(BASE + "/runs/" + id).then().statusCode(200));
        assertThat(flaky.keys()).containsExactly(id + "-2");
    }

    @Test
    void a_call_with_the_key_of_one_that_still_runs_waits_for_its_answer() {
        draw("test-gate");
        String key = "still-" + System.nanoTime();
        CompletableFuture<Response> first = waiting(key);
        await().until(() -> gate.waiting() == 1);
        CompletableFuture<Response> second = waiting(key);

        await().until(() -> {
            gate.open();
            return first.isDone() && second.isDone();
        });

        String id = first.join().then().statusCode(200).extract().path("runId");
        second.join().then().statusCode(200).body("runId", equalTo(id));
    }

    private static CompletableFuture<Response> waiting(String key) {
        return CompletableFuture.supplyAsync(() -> admin().header("Idempotency-Key", key)
                .body(Json.write(new Fields()))
                .post(RUNS + "?wait=true"));
    }

    @Test
    void the_queue_is_measured() {
        String metrics = admin().get("/q/metrics").asString();

        assertThat(metrics)
                .contains("sluice_queue_waiting")
                .contains("sluice_queue_running")
                .contains("sluice_queue_dead")
                .contains("sluice_queue_oldest_age")
                .contains("sluice_queue_retries_total");
    }
}
