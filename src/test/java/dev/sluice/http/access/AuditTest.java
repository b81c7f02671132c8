package dev.sluice.http.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AuditTest {
    private static RequestSpecification as(String key) {
        return given().header("Authorization", key).contentType("application/json");
    }

    private static ValidatableResponse entries(String query) {
        return as("test-key-of-the-house").get("/api/v1/audit?" + query).then().statusCode(200);
    }

    @Test
    void a_switch_is_told_with_who_and_what_was_before() {
        String editor = as("test-key-of-the-house")
                .body("{\"name\": \"an editor " + System.nanoTime() + "\", \"role\": \"editor\"}")
                .post("/api/v1/keys")
                .path("key");
        String name = as(editor).get("/api/v1/session").path("name");
        as(editor).body("{\"enabled\": true}").patch("/api/v1/modules/action/send-mail");
        as(editor).body("{\"enabled\": false}").patch("/api/v1/modules/action/send-mail");

        entries("kind=module&who=" + name)
                .body("items[0].action", equalTo("change"))
                .body("items[0].subject", equalTo("action send-mail"))
                .body("items[0].before.enabled", equalTo(true))
                .body("items[0].after.enabled", equalTo(false));
    }

    @Test
    void a_workflow_is_told_from_its_making_to_its_end() {
        String trigger = "audited-" + System.nanoTime();
        as("test-key-of-the-house")
                .body("{\"id\": \"" + trigger + "\", \"name\": \"Audited\", \"scope\": \"others\", \"blocking\": true}")
                .post("/api/v1/triggers")
                .then()
                .statusCode(201);
        long id = as("test-key-of-the-house")
                .body("{\"trigger\": \"" + trigger + "\", \"name\": \"first\", \"graph\": {\"1\": {\"id\": 1, \"data\":"
                        + " {\"id\": \"" + trigger + "\", \"module_type\": \"trigger\"}, \"inputs\": [], \"outputs\":"
                        + " {\"output_1\": {\"connections\": []}}}}}")
                .post("/api/v1/workflows")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        as("test-key-of-the-house").body("{\"name\": \"second\"}").patch("/api/v1/workflows/" + id);
        as("test-key-of-the-house").delete("/api/v1/workflows/" + id);

        entries("kind=workflow&subject=" + trigger)
                .body("items[0].action", equalTo("delete"), "items[-1].action", equalTo("create"))
                .body("items[1].before.name", equalTo("first"), "items[1].after.name", equalTo("second"))
                .body("items[0].after", nullValue(), "items[0].before.name", equalTo("second"))
                .body("items[-1].who", equalTo("admin"), "items[-1].after.name", equalTo("first"));
        as("test-key-of-the-house").delete("/api/v1/triggers/" + trigger).then().statusCode(204);
        entries("kind=named trigger&subject=" + trigger)
                .body("items.action", equalTo(java.util.List.of("delete", "create")));
    }

    private static int drawn(String trigger, String graph) {
        as("test-key-of-the-house")
                .body("{\"id\": \"" + trigger + "\", \"name\": \"Audited\", \"scope\": \"others\", \"blocking\": true}")
                .post("/api/v1/triggers")
                .then()
                .statusCode(201);
        return as("test-key-of-the-house")
                .body("{\"trigger\": \"" + trigger + "\", \"name\": \"first\", \"graph\": " + graph + "}")
                .post("/api/v1/workflows")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String graph(String trigger, String more) {
        return "{\"1\": {\"id\": 1, \"data\": {\"id\": \"" + trigger
                + "\", \"module_type\": \"trigger\"}, \"inputs\": [], \"outputs\": {\"output_1\": {\"connections\": []}}}"
                + more + "}";
    }

    @Test
    void of_a_workflow_that_is_deleted_every_graph_it_had_is_told() {
        String trigger = "audited-graphs-" + System.nanoTime();
        String evil =
                ", \"2\": {\"id\": 2, \"data\": {\"id\": \"webhook\", \"module_type\": \"action\", \"indexed_params\":"
                        + " {\"url\": \"https://evil.example/\", \"password\": \"hush\"}}, \"inputs\": [], \"outputs\": []}";
        int id = drawn(trigger, graph(trigger, evil));
        as("test-key-of-the-house")
                .body("{\"graph\": " + graph(trigger, "") + "}")
                .put("/api/v1/workflows/" + id)
                .then()
                .statusCode(200);

        as("test-key-of-the-house").delete("/api/v1/workflows/" + id).then().statusCode(204);

        entries("kind=workflow version&subject=" + id + " 1")
                .body("items[0].action", equalTo("delete"))
                .body("items[0].before.graph.2.data.indexed_params.url", equalTo("https://evil.example/"))
                .body("items[0].before.graph.2.data.indexed_params.password", equalTo("***"))
                .body("items[-1].after.graph", nullValue());
        entries("kind=workflow version&subject=" + id + " 2").body("items[0].action", equalTo("delete"));
        as("test-key-of-the-house").get("/api/v1/workflows/" + id).then().statusCode(404);
    }

    @Test
    void a_module_that_is_run_by_itself_is_told_unless_nothing_is_done() {
        String editor = as("test-key-of-the-house")
                .body("{\"name\": \"runs modules " + System.nanoTime() + "\", \"role\": \"editor\"}")
                .post("/api/v1/keys")
                .path("key");
        String name = as(editor).get("/api/v1/session").path("name");
        String path = "/api/v1/modules/action/stop-execution/executions";

        as(editor)
                .body("{\"params\": {\"message\": \"dry\"}, \"dryRun\": true}")
                .post(path)
                .then()
                .statusCode(200);
        as(editor)
                .body("{\"params\": {\"message\": \"for real\"}}")
                .post(path)
                .then()
                .statusCode(200);

        entries("who=" + name)
                .body("total", equalTo(1))
                .body("items[0].action", equalTo("execute"))
                .body("items[0].subject", equalTo("action stop-execution"))
                .body("items[0].after.params.message", equalTo("for real"));
    }

    @Test
    void a_trigger_by_the_name_of_a_path_hides_nobody() {
        as("test-key-of-the-house")
                .body("{\"id\": \"runs\", \"name\": \"Runs\", \"scope\": \"others\", \"blocking\": true}")
                .post("/api/v1/triggers")
                .then()
                .statusCode(201);

        as("test-key-of-the-house").delete("/api/v1/triggers/runs").then().statusCode(204);

        entries("kind=named trigger&subject=runs").body("items.who", equalTo(java.util.List.of("admin", "admin")));
    }

    @Test
    void signing_out_is_told_with_who() {
        String cookie = given().header("Sluice-Client", "web")
                .body("{\"key\": \"test-key-of-the-house\"}")
                .post("/api/v1/session")
                .cookie("sluice-session");

        given().cookie("sluice-session", cookie)
                .header("Sluice-Client", "web")
                .delete("/api/v1/session")
                .then()
                .statusCode(204);

        entries("kind=session").body("items[0].action", equalTo("delete"), "items[0].who", equalTo("admin"));
    }

    @Test
    void keys_are_told_without_what_opens() {
        as("test-key-of-the-house")
                .body("{\"name\": \"audited key\", \"role\": \"viewer\"}")
                .post("/api/v1/keys");

        entries("kind=key&subject=audited key")
                .body("items[0].after.role", equalTo("viewer"))
                .body("items[0].after.keyHash", equalTo("***"));
    }

    @Test
    void what_was_refused_is_not_there() {
        as("test-key-of-the-house")
                .body("{\"name\": \"\", \"role\": \"viewer\"}")
                .post("/api/v1/keys")
                .then()
                .statusCode(422);

        entries("kind=key&subject=").body("items.subject", not(hasItem("")));
        entries("kind=no-such-kind").body("items", empty(), "total", equalTo(0));
    }

    @Test
    void signing_in_is_told() {
        given().header("Sluice-Client", "web")
                .body("{\"key\": \"test-key-of-the-house\"}")
                .post("/api/v1/session");

        entries("kind=session")
                .body("items[0].subject", equalTo("admin"), "items[0].who", equalTo("admin"))
                .body("items[0].at", notNullValue());
        entries("kind=session").body("toString()", not(containsString("test-key-of-the-house")));
    }
}
