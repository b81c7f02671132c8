package dev.sluice.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.sluice.store.JumpingClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StatisticsTest {
    private static final String PATH = Api.BASE + "/statistics/triggers";

    @Inject
    JumpingClock clock;

    @AfterEach
    void right() {
        clock.set(Duration.ZERO);
    }

    @Test
    void runs_are_told_by_trigger_hour_and_outcome() {
        String trigger = "t" + UUID.randomUUID();
        declare(trigger);
        Api.draw(trigger, Api.stopsRed(trigger));
        fire(trigger, "tlp:red", "blocked");
        fire(trigger, "tlp:green", "success");
        fire(trigger, "tlp:green", "success");
        Api.admin()
                .get(Api.BASE + "/runs?trigger=" + trigger)
                .then()
                .statusCode(200)
                .body("total", equalTo(3));

        List<Map<String, Integer>> hours = hoursOf(trigger);

        assertThat(hours).hasSize(24);
        assertThat(sum(hours, "success")).isEqualTo(2);
        assertThat(sum(hours, "blocked")).isEqualTo(1);
        assertThat(sum(hours, "failure") + sum(hours, "skipped")).isZero();
        assertThat(sum(hours.subList(0, 22), "success"))
                .as("the present hour comes last")
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "169", "9999"})
    void more_than_a_week_or_nothing_at_all_is_refused(String hours) {
        Api.admin()
                .get(PATH + "?hours=" + hours)
                .then()
                .statusCode(400)
                .contentType(startsWith("application/problem+json"))
                .body("detail", equalTo("hours must be 1 to 168, not " + hours + "."));
    }

    @Test
    void nobody_sees_it_without_a_key() {
        given().get(PATH).then().statusCode(401);
    }

    private static void declare(String trigger) {
        Api.admin()
                .body("{\"id\":\"" + trigger + "\",\"name\":\"Mine\",\"scope\":\"others\",\"blocking\":true}")
                .post(Api.BASE + "/triggers")
                .then()
                .statusCode(201);
    }

    private static void fire(String trigger, String tag, String outcome) {
        Api.admin()
                .body(Api.event(tag))
                .post(Api.BASE + "/triggers/" + trigger + "/runs")
                .then()
                .statusCode(200)
                .body("outcome", equalTo(outcome));
    }

    /** What was counted a moment ago would be told again; so it is a while later. */
    private List<Map<String, Integer>> hoursOf(String trigger) {
        clock.set(Duration.ofMinutes(5));
        return Api.admin().get(PATH).then().statusCode(200).extract().jsonPath().getList("'" + trigger + "'");
    }

    private static int sum(List<Map<String, Integer>> hours, String outcome) {
        return hours.stream().mapToInt(it -> it.get(outcome)).sum();
    }
}
