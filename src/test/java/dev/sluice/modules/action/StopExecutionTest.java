package dev.sluice.modules.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.module.Action;
import dev.sluice.module.Effects;
import dev.sluice.module.Occasion;
import dev.sluice.module.RealTemplates;
import dev.sluice.module.Settings;
import dev.sluice.module.Step;
import dev.sluice.module.Visit;
import dev.sluice.payload.Fields;
import dev.sluice.payload.Filter;
import dev.sluice.payload.Payload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StopExecutionTest {
    private final Map<String, Object> data = Fields.of("Event", Fields.of("info", "Phishing {{ 1 }} wave"));

    @Test
    void the_message_is_rendered_with_the_data_which_is_no_template_itself() {
        assertThat(reasons("Not `{{ Event.info }}`")).containsExactly("Not `Phishing {{ 1 }} wave`");
    }

    @Test
    void a_message_that_renders_to_nothing_is_the_standard_one() {
        assertThat(reasons("{{ nothing }}")).containsExactly("Execution stopped");
    }

    @Test
    void a_message_that_cannot_be_rendered_stops_all_the_same_and_tells_why() {
        assertThat(reasons("{{ nothing.at.all }}"))
                .containsExactly(
                        "Execution stopped", "The template fails at line 1, column 12: 'nothing' is undefined");
        assertThat(reasons("{% if %}")).hasSize(2).contains("Execution stopped");
    }

    private List<String> reasons(String message) {
        Action stop = new StopExecution();
        Visit visit = new Visit(
                new Payload(data),
                Settings.of(stop.spec(), Map.of("message", message), RealTemplates.jinja()),
                Filter.of(null),
                new Occasion("", 7, "wf", "event-publish", 0),
                Effects.recording());
        List<String> told = new ArrayList<>();
        stop.act(visit).await().indefinitely().at(new Step.Turn() {
            @Override
            public void goOn(List<String> errors) {
                told.add("went on");
            }

            @Override
            public void stop(List<String> reasons) {
                told.addAll(reasons);
            }
        });
        return told;
    }
}
