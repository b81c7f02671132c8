package dev.sluice.outside.misp;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Whatever becomes of MISP is told, and never a reason to take Sluice out of service. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MispHealthTest {
    private static final Vertx VERTX = Vertx.vertx();

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void a_misp_that_answers_tells_its_version() {
        try (FakeMisp misp = Misps.seeded()) {
            assertThat(told(misp)).containsEntry("reachable", "yes").containsEntry("version", "2.5.1");
        }
    }

    @Test
    void a_misp_that_is_gone_is_told() {
        FakeMisp misp = Misps.seeded();
        misp.close();

        assertThat(told(misp, "retries", "0").get("reason").toString()).contains("refused");
        assertThat(told(misp, "retries", "0")).containsEntry("reachable", "no");
    }

    @Test
    void a_key_that_is_wrong_is_told_without_showing_it() {
        try (FakeMisp misp = Misps.seeded()) {
            Map<String, Object> told = told(misp, "key", "a-wrong-one");

            assertThat(told).containsEntry("reachable", "no");
            assertThat(told.get("reason").toString()).contains("SLUICE_MISP_KEY");
            assertThat(told.toString()).doesNotContain("a-wrong-one");
        }
    }

    @Test
    void no_misp_is_none_that_fails() {
        assertThat(told(null)).containsEntry("reachable", "not configured");
    }

    private static Map<String, Object> told(FakeMisp misp, String... settings) {
        HealthCheckResponse response =
                Misps.health(misp, VERTX, settings).call().await().atMost(Duration.ofSeconds(20));
        assertThat(response.getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
        return response.getData().orElseThrow();
    }
}
