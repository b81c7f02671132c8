package dev.sluice.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.conformance.Conformance;
import dev.sluice.payload.Json;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TemplateConformanceTest {
    private static final Map<String, Object> FILE = Conformance.file("templates");
    private static final String DATA = Json.write(FILE.get("data"));

    static Stream<Arguments> cases() {
        return Conformance.cases("templates").map(it -> Arguments.of(it.get("id"), it));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    @SuppressWarnings("unchecked")
    void templates_give_what_Jinja_made_of_them(String id, Map<String, Object> recorded) {
        Map<String, Object> data = (Map<String, Object>) Json.parse(DATA);
        String template = (String) recorded.get("template");

        if (recorded.containsKey("error")) {
            assertThatThrownBy(() -> Template.parse(template).render(data)).isInstanceOf(TemplateException.class);
        } else {
            assertThat(Template.parse(template).render(data)).isEqualTo(recorded.get("text"));
        }
        assertThat(data).as("the data afterwards").isEqualTo(Json.parse(DATA));
    }
}
