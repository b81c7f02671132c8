package dev.sluice.http;

import static dev.sluice.http.Api.BASE;
import static dev.sluice.http.Api.admin;
import static dev.sluice.http.Api.event;
import static dev.sluice.http.Api.stopsRed;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.sluice.payload.Json;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller may say beside the body: how deep it is, which call this is, what version it changes. */
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CallHeadersTest {
    private static final String QUEUED = "event-after-save-new";
    private static final String ASKED = "enrichment-before-query";

    @Test
    void a_queued_call_that_is_repeated_is_queued_once() {
        int workflow = Api.draw(QUEUED, stopsRed(QUEUED));
        String key = "queued-" + System.nanoTime();
        String path = BASE + "/triggers/" + QUEUED + "/runs";
        String first = admin().header("Idempotency-Key", key)
                .body(event())
                .post(path)
                .then()
                .statusCode(202)
                .extract()
                .path("runId");

        admin().header("Idempotency-Key", key)
                .body(event())
                .post(path)
                .then()
                .statusCode(202)
                .body("runId", equalTo(first))
                .body("status", equalTo("queued"));

        await().untilAsserted(() -> admin().get(BASE + "/runs/" + first).then().statusCode(200));
        admin().get(BASE + "/runs?workflow=" + workflow).then().body("total", equalTo(1));
    }

    @Test
    void a_call_that_failed_may_be_repeated_with_its_key() {
        Api.draw(ASKED, stopsRed(ASKED));
        String key = "mended-" + System.nanoTime();
        String path = BASE + "/triggers/" + ASKED + "/runs";

        admin().header("Idempotency-Key", key).body("no json").post(path).then().statusCode(400);

        admin().header("Idempotency-Key", key).body(event()).post(path).then().statusCode(200);
    }

    @Test
    void a_key_beyond_255_characters_is_a_problem() {
        admin().header("Idempotency-Key", "k".repeat(256))
                .body(event())
                .post(BASE + "/triggers/event-publish/runs")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("255"));
    }

    @ParameterizedTest
    @CsvSource({"0,success", "8,success", "9,failure"})
    void eight_runs_may_lie_behind_a_call(String depth, String outcome) {
        Api.draw(ASKED, stopsRed(ASKED));

        admin().header("Sluice-Depth", depth)
                .body(event())
                .post(BASE + "/triggers/" + ASKED + "/runs")
                .then()
                .statusCode(200)
                .body("outcome", equalTo(outcome));
    }

    @Test
    void a_depth_that_is_no_number_is_a_problem() {
        admin().header("Sluice-Depth", "deep")
                .body(event())
                .post(BASE + "/triggers/event-publish/runs")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("Sluice-Depth"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "W/\"1\"", "1", "*"})
    void the_version_that_was_read_may_be_changed(String ifMatch) {
        int id = Api.draw(ASKED, stopsRed(ASKED));

        admin().header("If-Match", ifMatch)
                .body("{\"description\":\"changed\"}")
                .patch(BASE + "/workflows/" + id)
                .then()
                .statusCode(200)
                .body("description", equalTo("changed"));
    }

    @ParameterizedTest
    @CsvSource({"7,412", "newest,400"})
    void another_version_is_not_changed(String ifMatch, int status) {
        int id = Api.draw(ASKED, stopsRed(ASKED));

        admin().header("If-Match", ifMatch)
                .body("{\"description\":\"changed\"}")
                .patch(BASE + "/workflows/" + id)
                .then()
                .statusCode(status)
                .contentType("application/problem+json");

        admin().get(BASE + "/workflows/" + id).then().body("description", equalTo(""));
    }

    @Test
    void a_run_that_was_answered_is_found_in_the_history_as_it_was_answered() {
        Api.draw(ASKED, stopsRed(ASKED));
        String answer = admin().body(event("tlp:red"))
                .post(BASE + "/triggers/" + ASKED + "/runs")
                .asString();
        Map<?, ?> run = (Map<?, ?>) Json.parse(answer);

        admin().get(BASE + "/runs/" + run.get("runId"))
                .then()
                .statusCode(200)
                .body("trigger", equalTo(ASKED))
                .body("outcome", equalTo("blocked"))
                .body("reasons", equalTo(run.get("reasons")))
                .body("stoppedBy.module", equalTo("stop-execution"))
                .body("nodes.module", equalTo(List.of("tag-if", "stop-execution")));
    }
}
