package dev.sluice.http;

import static dev.sluice.http.Api.BASE;
import static dev.sluice.http.Api.admin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.sluice.payload.Fields;
import dev.sluice.store.TestFlaky;
import dev.sluice.store.TestGate;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What is said where no more tasks may wait; here two, while one runs. */
@QuarkusTest
@TestProfile(FullQueueTest.SmallQueue.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FullQueueTest {
    private static final String TRIGGER = "test-start";
    private static final String RUNS = BASE + "/triggers/" + TRIGGER + "/runs";
    private static final String FULL = "Too many tasks are waiting already, 2 (sluice.queue.waiting): try later.";
    private static final int MORE_THAN_FIT = 50;

    public static class SmallQueue implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("sluice.queue.waiting", "2", "sluice.queue.parallel", "1");
        }
    }

    @Inject
    TestGate gate;

    @Inject
    TestFlaky flaky;

    @BeforeEach
    void switch_on() {
        for (String module : List.of("test-flaky", "test-gate")) {
            admin().body("{\"enabled\":true}").patch(BASE + "/modules/action/" + module);
        }
        flaky.breaks(0);
    }

    @AfterEach
    void empty() {
        await().until(() -> {
            gate.open();
            return tasks() == 0;
        });
    }

    private static int tasks() {
        return admin().get(BASE + "/tasks?size=1").path("total");
    }

    private static Response fire(String key) {
        return admin().header("Idempotency-Key", key).body("{}").post(RUNS);
    }

    @Test
    void a_call_that_finds_no_room_is_told_to_come_later_and_nothing_of_it_is_kept() {
        Api.draw(TRIGGER, Api.graph(TRIGGER, Api.node(2, "action", "test-gate", new Fields(), 0)));
        List<String> accepted = new ArrayList<>();
        String key = "full-0";
        Response answer = fire(key);
        while (answer.statusCode() == 202 && accepted.size() < MORE_THAN_FIT) {
            accepted.add(answer.path("runId"));
            key = "full-" + accepted.size();
            answer = fire(key);
        }

        answer.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", "1")
                .body("detail", equalTo(FULL));
        assertThat(tasks()).isEqualTo(accepted.size());
        assertThat(admin().get(BASE + "/tasks?size=100").<List<String>>path("items.id"))
                .containsExactlyInAnyOrderElementsOf(accepted);

        empty();
        assertThat(fire(key).then().statusCode(202).extract().<String>path("runId"))
                .isNotIn(accepted);
    }

    @Test
    void branches_that_find_no_room_are_an_error_of_the_node_that_sends_them_off() {
        Map<String, Object> concurrent = Fields.copyOf(Api.node(2, "logic", "concurrent-task", new Fields(), 0));
        concurrent.put(
                "data", Fields.of("id", "concurrent-task", "module_type", "logic", "multiple_output_connection", true));
        concurrent.put("outputs", Fields.of("output_1", Fields.of("connections", List.of(wire(3), wire(4), wire(5)))));
        Api.draw(
                TRIGGER,
                Api.graph(
                        TRIGGER,
                        concurrent,
                        Api.node(3, "action", "test-flaky", new Fields(), 0),
                        Api.node(4, "action", "test-flaky", new Fields(), 0),
                        Api.node(5, "action", "test-flaky", new Fields(), 0)));

        String id = admin().body("{}")
                .post(RUNS + "?wait=true")
                .then()
                .statusCode(200)
                .body("nodes.module", contains("concurrent-task"))
                .body("nodes.result", contains("error"))
                .body("nodes[0].errors[0]", containsString(FULL))
                .extract()
                .path("runId");

        assertThat(tasks()).isZero();
        assertThat(flaky.keys()).isEmpty();
        await().untilAsserted(() -> admin().get(BASE + "/runs/" + id)
                .then()
                .statusCode(200)
                .body("nodes[0].errors[0]", containsString(FULL)));
    }

    private static Fields wire(long to) {
        return Fields.of("node", String.valueOf(to), "output", "input_1");
    }
}
