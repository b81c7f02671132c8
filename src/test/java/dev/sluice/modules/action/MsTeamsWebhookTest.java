package dev.sluice.modules.action;

import static dev.sluice.modules.action.Sink.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.module.Modules;
import dev.sluice.module.Step;
import dev.sluice.module.Templates;
import dev.sluice.module.Visit;
import dev.sluice.modules.Visits;
import dev.sluice.payload.Fields;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MsTeamsWebhookTest {
    private static final Map<String, Object> DATA = Fields.of("Event", Fields.of("id", "1", "info", "é \"x\""));

    @Inject
    Modules modules;

    @Inject
    Templates templates;

    private Sink teams;
    private MsTeamsWebhook module;

    @BeforeEach
    void listen() {
        teams = new Sink();
        module = (MsTeamsWebhook) modules.find("action", "ms-teams-webhook").orElseThrow();
    }

    @AfterEach
    void close() {
        teams.close();
    }

    @Test
    void the_data_is_the_text_of_a_json_message() {
        assertThat(call(teams.url("/webhookb2/abc"), "Event.info")).isInstanceOf(Step.GoOn.class);

        assertThat(teams.sent().getMethod().getName()).isEqualTo("POST");
        assertThat(teams.sent().getHeader("Content-Type")).isEqualTo("application/json");
        assertThat(teams.body()).isEqualTo(Fields.of("text", "{\"Event\":{\"id\":\"1\",\"info\":\"é \\\"x\\\"\"}}"));
    }

    @Test
    void without_a_url_nothing_is_sent() {
        assertThat(reasons(call(" ", ""))).containsExactly("URL not provided.");
        teams.assertNothingSent();
    }

    @Test
    void a_refusal_that_comes_as_a_200_stops_too() {
        String refusal = "Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 413";
        teams.answers(200, refusal);

        assertThat(reasons(call(teams.url("/webhookb2/abc"), "")))
                .containsExactly("Teams did not take the message: " + refusal);
    }

    @Test
    void errors_are_told_as_by_the_webhook_without_the_secret_path() {
        teams.answers(401, "");
        assertThat(reasons(call(teams.url("/webhookb2/abc"), ""))).containsExactly("Authentication failed.");

        teams.answers(404, "no /webhookb2/abc/def here");
        assertThat(reasons(call(teams.url("/webhookb2/abc/def?x=1"), "")))
                .containsExactly("Something went wrong with the request or the remote side is having issues."
                        + " Body returned: no /*** here");
    }

    @Test
    void a_dry_run_records_the_message_but_not_the_key_in_the_path() {
        Visit visit = Visits.dry(module, templates, Fields.of("url", teams.url("/webhookb2/abc/def")), DATA);

        assertThat(Sink.step(module, visit)).isInstanceOf(Step.GoOn.class);

        teams.assertNothingSent();
        assertThat(visit.effects().recorded()).singleElement().satisfies(it -> assertThat(it)
                .containsEntry("url", teams.url("/webhookb2/***"))
                .containsEntry("method", "POST"));
    }

    private Step call(String url, String path) {
        Map<String, Object> params = Fields.of("url", url, "data_extraction_path", path);
        return Sink.step(module, Visits.real(module, templates, params, DATA));
    }
}
