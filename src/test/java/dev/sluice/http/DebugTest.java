package dev.sluice.http;

import static dev.sluice.http.Api.BASE;
import static dev.sluice.http.Api.admin;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DebugTest {
    private static final String TRIGGER = "event-publish";

    private int workflow;

    @BeforeEach
    void draw() {
        workflow = Api.draw(TRIGGER, Api.stopsRed(TRIGGER));
    }

    private void debugMode(boolean on) {
        admin().body("{\"debug\":" + on + "}")
                .patch(BASE + "/workflows/" + workflow)
                .then()
                .statusCode(200);
    }

    private String fire(String tag) {
        return admin().body(Api.event(tag))
                .post(BASE + "/triggers/" + TRIGGER + "/runs")
                .then()
                .statusCode(200)
                .extract()
                .path("runId");
    }

    private String messages() {
        return BASE + "/workflows/" + workflow + "/debug";
    }

    @Test
    void a_workflow_in_debug_mode_tells_of_its_runs_newest_first() {
        debugMode(true);
        String run = fire("tlp:red");

        admin().get(messages())
                .then()
                .statusCode(200)
                .body("server", nullValue())
                .body("debug", is(true))
                .body(
                        "items.path",
                        contains(
                                "/event-publish/end?outcome=blocked",
                                "/event-publish/exec/stop-execution?result=partial-success",
                                "/event-publish/exec/tag-if?result=success",
                                "/event-publish/init?type=blocking"))
                .body("items[0].runId", is(run))
                .body("items[1].body.errors", contains("no red"))
                .body("items[2].body.source.parameters.tags", contains("tlp:red"))
                .body("items[3].body.data.original.Event.Tag.name", contains("tlp:red"));
    }

    @Test
    void a_reader_follows_and_forgets() {
        debugMode(true);
        fire("tlp:green");
        int seen = admin().get(messages()).path("items[0].id");
        fire("tlp:green");

        admin().get(messages() + "?size=1&after=" + seen)
                .then()
                .statusCode(200)
                .body("items.path", contains("/event-publish/end?outcome=success"));
        admin().delete(messages()).then().statusCode(204);
        admin().get(messages()).then().statusCode(200).body("items", empty());
    }

    @Test
    void a_workflow_that_is_not_in_debug_mode_tells_nothing() {
        debugMode(true);
        debugMode(false);
        fire("tlp:red");

        admin().get(messages()).then().statusCode(200).body("debug", is(false)).body("items", empty());
    }

    @Test
    void what_cannot_be_shown_is_said() {
        admin().get(BASE + "/workflows/999999/debug").then().statusCode(404);
        admin().delete(BASE + "/workflows/999999/debug").then().statusCode(404);
        admin().get(messages() + "?size=0").then().statusCode(400).body("detail", containsString("`size`"));
    }
}
