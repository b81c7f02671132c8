package dev.sluice.modules.action;

import static dev.sluice.modules.action.Sink.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.module.Action;
import dev.sluice.module.Modules;
import dev.sluice.module.Step;
import dev.sluice.module.Templates;
import dev.sluice.module.Visit;
import dev.sluice.modules.Visits;
import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What holds for every chat with webhooks like Slack's. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
abstract class ChatHookPromises {
    private static final Map<String, Object> DATA = Fields.of("Event", Fields.of("info", "<!channel> é"));

    /** As its messages name it; its module's id in lower case. */
    abstract String product();

    /** The path of a webhook, the last part of it the key. */
    abstract String path();

    /** How a dry run shows that path. */
    abstract String shownPath();

    @Inject
    Modules modules;

    @Inject
    Templates templates;

    private Sink chat;
    private Action module;

    @BeforeEach
    void listen() {
        chat = new Sink();
        module = (Action)
                modules.find("action", product().toLowerCase(Locale.ROOT)).orElseThrow();
    }

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void the_message_is_rendered_and_posted() {
        assertThat(call("message_template", "*{{ Event.info | e }}*")).isInstanceOf(Step.GoOn.class);

        assertThat(chat.sent().getUrl()).isEqualTo(path());
        assertThat(chat.sent().getHeader("Content-Type")).isEqualTo("application/json");
        assertThat(chat.body()).isEqualTo(Fields.of("text", "*&lt;!channel&gt; é*"));
    }

    @Test
    void a_channel_and_a_user_name_are_sent_where_they_are_given() {
        assertThat(call("message_template", "x", "channel", " ops ", "username", "Sluice"))
                .isInstanceOf(Step.GoOn.class);

        assertThat(chat.body()).isEqualTo(Fields.of("text", "x", "channel", "ops", "username", "Sluice"));
    }

    @Test
    void without_a_url_or_a_message_nothing_is_sent() {
        assertThat(reasons(call("url", "", "message_template", "x"))).containsExactly("URL not provided.");
        assertThat(reasons(call("message_template", "{{ Event.none }} ")))
                .containsExactly("The message is empty. Write one under Message template.");
        chat.assertNothingSent();
    }

    @Test
    void a_refusal_is_told_without_the_secret_path() {
        chat.answers(400, "invalid_payload");
        assertThat(reasons(call("message_template", "x")))
                .containsExactly(product() + " did not take the message (HTTP 400): invalid_payload");

        chat.answers(404, "no hook " + path());
        assertThat(reasons(call("message_template", "x")))
                .containsExactly(product() + " did not take the message (HTTP 404): no hook /***"
                        + " Check that the webhook of the URL still exists and may post to the channel.");

        chat.answers(429, "rate_limited");
        assertThat(reasons(call("message_template", "x")))
                .containsExactly(product() + " takes no more messages for the moment: too many were sent.");
    }

    @Test
    void a_server_out_of_reach_is_told_without_the_secret_path() {
        String url = chat.url(path());
        chat.close();

        assertThat(reasons(send(Fields.of("url", url, "message_template", "x"))))
                .singleElement()
                .satisfies(it -> assertThat(it).endsWith(" was refused.").doesNotContain("secret"));
    }

    @Test
    void a_dry_run_records_the_message_but_not_the_key_in_the_path() {
        Map<String, Object> params = Fields.of("url", dryUrl(), "message_template", "{{ Event.info }}");
        Visit visit = Visits.dry(module, templates, params, DATA);

        assertThat(Sink.step(module, visit)).isInstanceOf(Step.GoOn.class);

        chat.assertNothingSent();
        assertThat(Json.write(visit.effects().recorded()))
                .contains(shownPath(), "<!channel> é")
                .doesNotContain("secret");
    }

    /** Nobody is called there. */
    String dryUrl() {
        return chat.url(path());
    }

    private Step call(Object... params) {
        Fields all = Fields.of("url", chat.url(path()));
        all.putAll(Fields.of(params));
        return send(all);
    }

    private Step send(Map<String, Object> params) {
        return Sink.step(module, Visits.real(module, templates, params, DATA));
    }
}
