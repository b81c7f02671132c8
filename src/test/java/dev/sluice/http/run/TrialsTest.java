package dev.sluice.http.run;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TrialsTest {
    private static final Map<String, Object> TRIAL = object(Examples.TRIAL);

    private long workflow;

    @BeforeEach
    void a_workflow_whose_trigger_is_off() {
        caller().body(Map.of("enabled", false)).patch("/api/v1/triggers/event-publish");
        Map<String, Object> stored =
                Fields.of("name", "tried out", "trigger_id", "event-publish", "data", onlyItsTrigger());
        workflow = caller().body(Json.write(Fields.of("Workflow", stored)))
                .post("/api/v1/workflows/import?replace=true")
                .then()
                .extract()
                .jsonPath()
                .getLong("id");
    }

    @Test
    void a_drawing_runs_dry_before_it_is_saved_even_while_its_trigger_is_off() {
        tryOut(Json.write(TRIAL))
                .statusCode(200)
                .body("outcome", equalTo("blocked"), "dryRun", equalTo(true), "workflowVersion", equalTo(0))
                .body("reasons", hasItem(containsString("Phishing wave stays here")));
    }

    @Test
    void the_stored_version_stays_as_it_is() {
        tryOut(Json.write(TRIAL)).statusCode(200);
        caller().get("/api/v1/workflows/" + workflow)
                .then()
                .body("graph.toString()", not(containsString("stop-execution")));
    }

    @Test
    void a_drawing_that_could_not_be_saved_is_refused_with_its_problems() {
        String twoWires = Json.write(TRIAL).replace("{\"node\":\"2\",\"output\":\"input_1\"}", wire(2) + "," + wire(2));
        tryOut(twoWires).statusCode(422).body("problems.kind", hasItem("MultipleConnections"));
    }

    @Test
    void what_is_missing_is_told() {
        tryOut("{\"data\": {}}").statusCode(400).body("detail", containsString("graph"));
        tryOut(Json.write(Fields.of("graph", TRIAL.get("graph"), "data", 7L)))
                .statusCode(400)
                .body("detail", containsString("data"));
    }

    @Test
    void there_must_be_such_a_workflow() {
        caller().body(Json.write(TRIAL))
                .post("/api/v1/workflows/999999/trials")
                .then()
                .statusCode(404);
    }

    private ValidatableResponse tryOut(String body) {
        return caller().body(body)
                .post("/api/v1/workflows/" + workflow + "/trials")
                .then();
    }

    private static RequestSpecification caller() {
        return given().header("Authorization", "test-key-of-the-house").contentType("application/json");
    }

    private static String wire(int node) {
        return "{\"node\":\"" + node + "\",\"output\":\"input_1\"}";
    }

    @SuppressWarnings("unchecked")
    private static Object onlyItsTrigger() {
        Map<String, Object> graph = (Map<String, Object>) TRIAL.get("graph");
        Map<String, Object> trigger = Fields.copyOf((Map<String, Object>) graph.get("1"));
        trigger.put("outputs", Fields.of("output_1", Fields.of("connections", List.of())));
        return Fields.of("1", trigger);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(String json) {
        return (Map<String, Object>) Json.parse(json);
    }
}
