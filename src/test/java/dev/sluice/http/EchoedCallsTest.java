package dev.sluice.http;

import static dev.sluice.http.Api.BASE;
import static dev.sluice.http.Api.admin;
import static dev.sluice.http.Api.graph;
import static dev.sluice.http.Api.node;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import dev.sluice.outside.misp.FakeMisp;
import dev.sluice.outside.misp.SeededMisp;
import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A MISP that fires a trigger because of what a workflow of that trigger does: it has to end, and to be told why. */
@QuarkusTest
@WithTestResource(SeededMisp.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EchoedCallsTest {
    private static final String EVENT = "55555555-0000-4000-8000-000000000001";
    private static final String LOOP = "Refused as a loop: 9 workflow runs lie behind this call";

    private final List<String> answers = new CopyOnWriteArrayList<>();
    private final String from = Instant.now().toString();

    @BeforeEach
    void seed() {
        SeededMisp.again();
        enable(true);
    }

    @AfterEach
    void quiet() {
        SeededMisp.misp().onCall(call -> {});
        enable(false);
    }

    private static void enable(boolean enabled) {
        admin().body("{\"enabled\":" + enabled + "}")
                .patch(BASE + "/modules/action/tag_operation")
                .then()
                .statusCode(200);
    }

    @Test
    void a_loop_through_the_action_service_which_tells_no_depth_ends() {
        Api.draw("event-before-save", tagging("event-before-save", "event"));
        echo(() -> query("sluice_event_before_save", event()));

        assertThat(query("sluice_event_before_save", event())).isEqualTo("{\"data\":true}");

        assertThat(attached()).isEqualTo(9);
        assertThat(answers).hasSize(9).first().asString().contains(LOOP);
        assertTold("event-before-save");
    }

    @Test
    void a_loop_through_the_api_ends_for_changes_of_an_attribute_too() {
        Api.draw("event-before-save", tagging("event-before-save", "attribute"));
        echo(() -> fire("event-before-save", event()));

        assertThat(fire("event-before-save", event())).contains("\"outcome\":\"success\"");

        assertThat(answers).isNotEmpty().first().asString().contains(LOOP);
        assertTold("event-before-save");
    }

    @Test
    void a_loop_of_calls_that_come_after_the_change_ends() {
        Api.draw(
                "tag-attached-after-save",
                graph(
                        "tag-attached-after-save",
                        node(2, "action", "tag_operation", tag("remove"), 3),
                        node(3, "action", "tag_operation", tag("add"), 0)));
        Fields payload = Fields.of("Tag", Fields.of("name", "syn:loop", "event_id", "1", "local", true));

        // as MISP does it: a job in the background tells of each tag once it is there
        String outcome = "";
        int rounds = 0;
        while (!outcome.contains(LOOP) && rounds < 20) {
            outcome = admin().body(Json.write(payload))
                    .post(BASE + "/triggers/tag-attached-after-save/runs?wait=true")
                    .asString();
            rounds++;
        }

        assertThat(outcome).contains(LOOP);
        assertThat(rounds).isEqualTo(10);
    }

    @Test
    void a_misp_that_fails_where_a_trigger_asks_it_leaves_the_decision_to_the_trigger() {
        Api.draw(
                "shadow-attribute-before-save",
                graph("shadow-attribute-before-save", node(2, "action", "push-zmq", new Fields(), 0)));
        String proposal = "{\"ShadowAttribute\":{\"id\":\"1\",\"event_id\":\"1\",\"old_id\":\"0\"}}";
        for (String onError : List.of("open", "closed")) {
            admin().body("{\"onError\":\"" + onError + "\"}")
                    .patch(BASE + "/triggers/shadow-attribute-before-save")
                    .then()
                    .statusCode(200);
            SeededMisp.misp().answerInstead(500, "text/html", "<html>");

            admin().body(proposal)
                    .post(BASE + "/triggers/shadow-attribute-before-save/runs")
                    .then()
                    .body("proceed", equalTo(onError.equals("open")))
                    .body("outcome", equalTo("failure"))
                    .body("nodes", hasSize(0))
                    .body(
                            "reasons[0]",
                            equalTo("Error while normalizing data for trigger. Error:\nMISP failed at POST"
                                    + " /events/restSearch (HTTP 500). Look into the logs of MISP."));
        }
    }

    /** The MISP fires the trigger before it answers, as it does for one that may block. */
    private void echo(Supplier<String> fired) {
        SeededMisp.misp().onCall(call -> {
            if (call.path().equals("/tags/attachTagToObject")) {
                answers.add(fired.get());
            }
        });
    }

    private static Fields tagging(String trigger, String scope) {
        Fields params = tag("add");
        params.put("scope", scope);
        return Fields.copyOf(graph(trigger, node(2, "action", "tag_operation", params, 0)));
    }

    private static Fields tag(String action) {
        return Fields.of("scope", "event", "action", action, "locality", "local", "tags", List.of("syn:loop"));
    }

    private static Fields event() {
        return Fields.of(
                "Event",
                Fields.of(
                        "id",
                        "1",
                        "uuid",
                        EVENT,
                        "timestamp",
                        "1714550400",
                        "Attribute",
                        List.of(Fields.of(
                                "id", "12", "uuid", "66666666-0000-4000-8000-000000000012", "type", "domain"))));
    }

    private static String query(String module, Object data) {
        return given().contentType(ContentType.JSON)
                .body(Json.write(Fields.of("module", module, "data", data)))
                .post("/query")
                .asString();
    }

    private static String fire(String trigger, Object data) {
        return admin().body(Json.write(data))
                .post(BASE + "/triggers/" + trigger + "/runs")
                .asString();
    }

    private static long attached() {
        return SeededMisp.misp().calls().stream()
                .map(FakeMisp.Called::path)
                .filter("/tags/attachTagToObject"::equals)
                .count();
    }

    /** In the history and in the log. */
    private void assertTold(String trigger) {
        await().untilAsserted(() -> {
            admin().get(BASE + "/runs?trigger=" + trigger + "&text=Refused as a loop&from=" + from)
                    .then()
                    .body("items.reasons.flatten()", hasItem(startsWith(LOOP)));
            admin().get(BASE + "/logs?trigger=" + trigger + "&text=Refused as a loop&from=" + from)
                    .then()
                    .body("total", equalTo(1));
        });
    }
}
