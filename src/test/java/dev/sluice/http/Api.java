package dev.sluice.http;

import static io.restassured.RestAssured.given;

import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How tests call: with the key of application.properties, in JSON. */
final class Api {
    static final String BASE = "/api/v1";

    private Api() {}

    static RequestSpecification admin() {
        return given().header("Authorization", "test-key-of-the-house").contentType(ContentType.JSON);
    }

    static String example(String path) {
        try {
            return Files.readString(Path.of("src/examples", path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An event with tags and nothing else. */
    static String event(String... tags) {
        return Json.write(Fields.of(
                "Event",
                Fields.of(
                        "uuid",
                        "3b2a1908-7f6e-4d5c-8b4a-000000000099",
                        "Tag",
                        List.of(tags).stream().map(it -> Fields.of("name", it)).toList())));
    }

    /** A graph of a trigger, a tag-if looking for tlp:red, and stop-execution behind "then". */
    static Map<String, Object> stopsRed(String trigger) {
        return graph(
                trigger,
                node(
                        2,
                        "logic",
                        "tag-if",
                        Fields.of("scope", "event", "condition", "in_or", "tags", List.of("tlp:red")),
                        3),
                node(3, "action", "stop-execution", Fields.of("message", "no red"), 0));
    }

    /** A graph of a trigger wired to the first of some nodes. */
    @SafeVarargs
    static Map<String, Object> graph(String trigger, Map<String, Object>... nodes) {
        Fields graph = Fields.of("1", node(1, "trigger", trigger, new Fields(), 2));
        for (Map<String, Object> node : nodes) {
            graph.put(node.get("id").toString(), node);
        }
        return graph;
    }

    /** A node whose first exit leads to another, or nowhere for 0. */
    static Map<String, Object> node(long id, String type, String module, Map<String, Object> params, int next) {
        List<Object> wires =
                next == 0 ? List.of() : List.of(Fields.of("node", String.valueOf(next), "output", "input_1"));
        return Fields.of(
                "id",
                id,
                "data",
                Fields.of("id", module, "module_type", type, "indexed_params", params, "saved_filters", List.of()),
                "inputs",
                List.of(),
                "outputs",
                wires.isEmpty() ? List.of() : Fields.of("output_1", Fields.of("connections", wires)));
    }

    /** Draws a workflow for a trigger that is free, deleting the one that was there, and switches the trigger on. */
    static int draw(String trigger, Map<String, Object> graph) {
        clear(trigger);
        switchOn(trigger);
        return admin().body(Json.write(Fields.of("trigger", trigger, "graph", graph)))
                .post(BASE + "/workflows")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static void clear(String trigger) {
        Integer there = admin().get(BASE + "/triggers/" + trigger).path("workflowId");
        if (there != null) {
            admin().delete(BASE + "/workflows/" + there).then().statusCode(204);
        }
    }

    static void switchOn(String trigger) {
        admin().body("{\"enabled\":true}")
                .patch(BASE + "/triggers/" + trigger)
                .then()
                .statusCode(200);
    }
}
