package dev.sluice.http;

import static dev.sluice.http.Api.BASE;
import static dev.sluice.http.Api.admin;
import static dev.sluice.http.Api.graph;
import static dev.sluice.http.Api.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.sluice.outside.misp.FakeMisp;
import dev.sluice.outside.misp.SeededMisp;
import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import dev.sluice.store.JumpingClock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A workflow that changes the same thing again and again while nobody tells of a depth; here more than three times a minute. */
@QuarkusTest
@TestProfile(LoopRateTest.ThreeAMinute.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LoopRateTest {
    private static final String TRIGGER = "event-before-save";
    private static final String RUNS = BASE + "/triggers/" + TRIGGER + "/runs";
    private static final String EVENT = "55555555-0000-4000-8000-000000000001";

    public static class ThreeAMinute implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("sluice.loop.per-minute", "3");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(SeededMisp.class));
        }
    }

    @Inject
    JumpingClock clock;

    @BeforeEach
    void seed() {
        SeededMisp.again();
        enable(true);
    }

    @AfterEach
    void quiet() {
        clock.set(Duration.ZERO);
        enable(false);
    }

    private static void enable(boolean enabled) {
        admin().body("{\"enabled\":" + enabled + "}")
                .patch(BASE + "/modules/action/tag_operation")
                .then()
                .statusCode(200);
    }

    @Test
    void too_many_changes_of_one_event_within_a_minute_are_refused_as_a_loop() {
        int workflow = Api.draw(TRIGGER, tagging());
        String reason = "Refused as a loop: within a minute 4 runs of workflow " + workflow
                + " changed what this call is about, more than the 3 allowed (sluice.loop.per-minute)."
                + " What it does seems to trigger it again.";
        for (int i = 0; i < 4; i++) {
            fire("").body("outcome", equalTo("success"));
        }
        assertThat(attached()).isEqualTo(4);

        String id = fire("").body("outcome", equalTo("failure"))
                .body("reasons", contains(reason))
                .body("nodes", hasSize(0))
                .extract()
                .path("runId");

        assertThat(attached()).isEqualTo(4);
        await().untilAsserted(() -> {
            admin().get(BASE + "/runs/" + id)
                    .then()
                    .statusCode(200)
                    .body("outcome", equalTo("failure"))
                    .body("workflowId", equalTo(workflow))
                    .body("reasons", contains(reason));
            admin().get(BASE + "/logs?trigger=" + TRIGGER + "&workflowId=" + workflow + "&text=Refused as a loop")
                    .then()
                    .body("total", equalTo(1))
                    .body("items[0].message", containsString("within a minute 4 runs"));
        });

        fire("?dryRun=true").body("outcome", equalTo("success"));
        clock.set(Duration.ofSeconds(61));
        fire("").body("outcome", equalTo("success"));
    }

    private static Map<String, Object> tagging() {
        return graph(
                TRIGGER,
                node(2, "action", "tag_operation", tag("remove"), 3),
                node(3, "action", "tag_operation", tag("add"), 0));
    }

    private static Fields tag(String action) {
        return Fields.of("scope", "event", "action", action, "locality", "local", "tags", List.of("syn:loop"));
    }

    private static ValidatableResponse fire(String query) {
        Fields event = Fields.of("id", "1", "uuid", EVENT, "timestamp", "1714550400");
        return admin().body(Json.write(Fields.of("Event", event)))
                .post(RUNS + query)
                .then()
                .statusCode(200);
    }

    private static long attached() {
        return SeededMisp.misp().calls().stream()
                .map(FakeMisp.Called::path)
                .filter("/tags/attachTagToObject"::equals)
                .count();
    }
}
