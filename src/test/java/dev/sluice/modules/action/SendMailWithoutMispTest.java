package dev.sluice.modules.action;

import static dev.sluice.modules.action.Sink.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.module.Action;
import dev.sluice.module.Misp;
import dev.sluice.module.Modules;
import dev.sluice.module.Step;
import dev.sluice.module.Templates;
import dev.sluice.module.Visit;
import dev.sluice.modules.Visits;
import dev.sluice.payload.Fields;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SendMailWithoutMispTest {
    @Inject
    Modules modules;

    @Inject
    Templates templates;

    @Test
    void plain_addresses_work_and_groups_say_what_to_configure() {
        Visit visit = visit("All admins", "other@example.org");
        String told = "Only MISP knows who is in \"All admins\". " + Misp.NOT_CONFIGURED;

        Step step = Sink.step(module(), visit);

        assertThat(step).isInstanceOfSatisfying(Step.GoOn.class, it -> assertThat(it.errors())
                .containsExactly(told));
        assertThat(visit.effects().recorded()).singleElement().satisfies(it -> assertThat(it)
                .containsEntry("to", List.of("other@example.org")));
        assertThat(reasons(Sink.step(module(), visit("All admins")))).containsExactly(told);
    }

    @Test
    void nothing_keeps_mail_from_being_sent() {
        assertThat(module().diagnostics()).isEmpty();
    }

    private Visit visit(String... recipients) {
        Map<String, Object> params = Fields.of("recipients", List.of(recipients), "mail_template_subject", "s");
        return Visits.dry(module(), templates, params, new Fields());
    }

    private Action module() {
        return (Action) modules.find("action", "send-mail").orElseThrow();
    }
}
