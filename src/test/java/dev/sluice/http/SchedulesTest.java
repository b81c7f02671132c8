package dev.sluice.http;

import static dev.sluice.http.Api.BASE;
import static dev.sluice.http.Api.admin;
import static dev.sluice.http.Api.graph;
import static dev.sluice.http.Api.stopsRed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SchedulesTest {
    private static final String SCHEDULES = BASE + "/schedules";
    private static final String EVERY_SECOND = "* * * * * *";

    private Integer made;

    @AfterEach
    void nothing_goes_on_firing() {
        if (made != null) {
            admin().delete(SCHEDULES + "/" + made);
        }
    }

    private int make(String trigger, String cron, Object data) {
        made = admin().body(Json.write(Fields.of("trigger", trigger, "cron", cron, "data", data)))
                .post(SCHEDULES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return made;
    }

    private static String lastRun(int schedule) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> admin().get(SCHEDULES + "/" + schedule).path("lastRunId"), it -> it != null);
    }

    private static String kept(String run, String member) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> admin().get(BASE + "/runs/" + run).statusCode() == 200);
        return admin().get(BASE + "/runs/" + run).path(member);
    }

    @Test
    void a_schedule_is_made_found_changed_and_deleted() {
        int id = make("log-after-save", "30 6 * * 1-5", Fields.of("Log", Fields.of("id", 7L)));

        admin().get(SCHEDULES + "/" + id)
                .then()
                .statusCode(200)
                .body("trigger", equalTo("log-after-save"))
                .body("cron", equalTo("30 6 * * 1-5"))
                .body("zone", equalTo("UTC"))
                .body("enabled", equalTo(true))
                .body("data.Log.id", equalTo(7))
                .body("nextDue", notNullValue())
                .body("lastDue", nullValue());
        admin().get(SCHEDULES + "?trigger=log-after-save&sort=next")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id));
        admin().body("{\"enabled\":false,\"zone\":\"Europe/Paris\"}")
                .put(SCHEDULES + "/" + id)
                .then()
                .statusCode(200)
                .body("zone", equalTo("Europe/Paris"))
                .body("nextDue", nullValue())
                .body("data.Log.id", equalTo(7));
        admin().delete(SCHEDULES + "/" + id).then().statusCode(204);
        admin().get(SCHEDULES + "/" + id)
                .then()
                .statusCode(404)
                .body("detail", equalTo("There is no schedule " + id + "."));
    }

    @Test
    void a_blocking_trigger_is_fired_with_the_data_and_its_run_is_told() {
        Api.draw("event-publish", stopsRed("event-publish"));
        int id = make("event-publish", EVERY_SECOND, Json.parse(Api.event("tlp:red")));

        String run = lastRun(id);

        assertThat(kept(run, "outcome")).isEqualTo("blocked");
        admin().get(BASE + "/runs/" + run + "/input").then().statusCode(200).body("Event.Tag.name", hasItem("tlp:red"));
    }

    @Test
    void a_trigger_that_does_not_block_is_queued() {
        Api.draw("log-after-save", graph("log-after-save"));
        int id = make("log-after-save", EVERY_SECOND, Fields.of("Log", Fields.of("id", 1L)));

        assertThat(kept(lastRun(id), "outcome")).isEqualTo("success");
    }

    @Test
    void a_trigger_that_is_switched_off_is_skipped() {
        admin().body("{\"enabled\":false}").patch(BASE + "/triggers/post-after-save");
        int id = make("post-after-save", EVERY_SECOND, new Fields());

        assertThat(kept(lastRun(id), "outcome")).isEqualTo("skipped");
    }

    @Test
    void a_trigger_that_is_gone_is_named() {
        admin().body("{\"id\":\"night-is-over\"}").post(BASE + "/triggers");
        int id = make("night-is-over", EVERY_SECOND, new Fields());
        admin().delete(BASE + "/triggers/night-is-over").then().statusCode(204);

        String problem = await().atMost(Duration.ofSeconds(30))
                .until(() -> admin().get(SCHEDULES + "/" + id).path("lastProblem"), it -> it != null);

        assertThat(problem).startsWith("There is no trigger `night-is-over` any more.");
    }

    @Test
    void what_will_not_do_is_refused_with_a_sentence() {
        refused("{\"trigger\":\"nope\",\"cron\":\"@daily\"}", 422, "There is no trigger `nope`");
        refused("{\"trigger\":\"event-publish\",\"cron\":\"61 * * * *\"}", 422, "Value 61 not in range");
        refused("{\"trigger\":\"event-publish\",\"cron\":\"@daily\",\"zone\":\"Mars\"}", 422, "no time zone `Mars`");
        refused("{\"trigger\":\"event-publish\"}", 422, "needs a `trigger` and a `cron`");
        refused("{\"trigger\":\"event-publish\",\"cron\":5}", 400, "`cron` must be a text");
        refused(
                "{\"trigger\":\"event-publish\",\"cron\":\"@daily\",\"data\":[1]}",
                400,
                "`data` must be a JSON object");
        refused("{\"trigger\":\"event-publish\",\"crom\":\"@daily\"}", 400, "`crom` cannot be set here");
        int id = make("event-publish", "@yearly", new Fields());
        admin().body("{}").put(SCHEDULES + "/" + id).then().statusCode(400);
        admin().body("{\"cron\":\"0 0 31 2 *\"}")
                .put(SCHEDULES + "/" + id)
                .then()
                .statusCode(422)
                .body("detail", containsString("no time that is still to come"));
    }

    private static void refused(String body, int status, String words) {
        admin().body(body).post(SCHEDULES).then().statusCode(status).body("detail", containsString(words));
    }
}
