package dev.sluice.modules.action;

import static dev.sluice.modules.action.Sink.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.module.Modules;
import dev.sluice.module.Outbound;
import dev.sluice.module.Step;
import dev.sluice.module.Templates;
import dev.sluice.module.Visit;
import dev.sluice.modules.Visits;
import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TelegramSendAlertTest {
    private static final String TOKEN = "123456:AAE-x_y";
    private static final Map<String, Object> DATA = Fields.of("Event", Fields.of("info", "a < b"));

    @Inject
    Modules modules;

    @Inject
    Outbound outbound;

    @Inject
    Templates templates;

    private Sink telegram;
    private TelegramSendAlert module;

    @BeforeEach
    void listen() {
        telegram = new Sink();
        module = new TelegramSendAlert(outbound, () -> telegram.url("/"));
    }

    @AfterEach
    void close() {
        telegram.close();
    }

    @Test
    void the_message_is_rendered_and_goes_to_the_chat_by_the_bot() {
        assertThat(call(TOKEN)).isInstanceOf(Step.GoOn.class);

        assertThat(telegram.sent().getUrl()).isEqualTo("/bot" + TOKEN + "/sendMessage");
        assertThat(telegram.body())
                .isEqualTo(Fields.of("chat_id", "-100", "text", "<b>a &lt; b</b>", "parse_mode", "HTML"));
    }

    @Test
    void a_token_cannot_lead_to_another_path() {
        call("../a/b?c#d e");

        assertThat(telegram.sent().getUrl()).isEqualTo("/bot..%2Fa%2Fb%3Fc%23d%20e/sendMessage");
    }

    @Test
    void a_wrong_token_stops_as_failed_authentication() {
        telegram.answers(401, "{\"ok\":false,\"description\":\"Unauthorized\"}");

        assertThat(reasons(call(TOKEN))).containsExactly("Authentication failed");
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 403, 404, 429, 500})
    void any_other_status_stops_with_the_body_but_not_the_token(int status) {
        telegram.answers(status, "nothing at /bot" + TOKEN + "/sendMessage");

        assertThat(reasons(call(TOKEN)))
                .containsExactly("Something went wrong with the request: nothing at /bot***/sendMessage");
    }

    @Test
    void a_server_out_of_reach_is_told_without_the_token() {
        telegram.close();

        assertThat(reasons(call(TOKEN))).singleElement().satisfies(it -> assertThat(it)
                .startsWith("Something went wrong while sending the request. Error returned: The connection to ")
                .endsWith(" was refused.")
                .doesNotContain(TOKEN));
    }

    @Test
    void a_dry_run_records_the_message_but_not_the_token() {
        Visit visit = Visits.dry(module, templates, params(TOKEN), DATA);

        assertThat(Sink.step(module, visit)).isInstanceOf(Step.GoOn.class);

        telegram.assertNothingSent();
        assertThat(Json.write(visit.effects().recorded()))
                .contains("/bot***/sendMessage", "a &lt; b")
                .doesNotContain(TOKEN, "AAE");
    }

    @Test
    void it_speaks_to_telegram_unless_told_otherwise() {
        TelegramSendAlert standard = (TelegramSendAlert)
                modules.find("action", "telegram-send-alert").orElseThrow();
        Visit visit = Visits.dry(standard, templates, params(TOKEN), DATA);

        assertThat(Sink.step(standard, visit)).isInstanceOf(Step.GoOn.class);

        assertThat(visit.effects().recorded().get(0))
                .containsEntry("url", "https://api.telegram.org/bot***/sendMessage");
    }

    private Step call(String token) {
        return Sink.step(module, Visits.real(module, templates, params(token), DATA));
    }

    private static Map<String, Object> params(String token) {
        return Fields.of("bot_token", token, "chat_id", "-100", "message_body_template", "<b>{{ Event.info | e }}</b>");
    }
}
