package dev.sluice.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TemplateTest {
    @Test
    void data_is_never_template_text() {
        Map<String, Object> data = Fields.of("x", "{{ secret }}{% raw %}", "secret", "s");

        assertThat(Template.parse("{{ x }}|{{ x|upper }}|{% set y %}{{ x }}{% endset %}{{ y }}")
                        .render(data))
                .isEqualTo("{{ secret }}{% raw %}|{{ SECRET }}{% RAW %}|{{ secret }}{% raw %}");
    }

    @Test
    void what_expressions_put_out_can_be_finished_and_the_text_of_the_template_stays() {
        Template template = Template.parse(
                        "a {{ x }}{% for i in [x] %} a{{ i }}{% endfor %}{% set y %}a{{ x }}{% endset %} {{ y }}")
                .finishedBy(value -> value.replace('a', '-'));

        assertThat(template.render(Map.of("x", "a"))).isEqualTo("a - a- --");
        assertThat(template.render(Map.of("x", "b"))).isEqualTo("a b ab -b");
    }

    @Test
    void data_stays_as_it_is() {
        Map<String, Object> data = Fields.of("l", List.of(2L, 1L), "d", Fields.of("a", 1L));
        String before = Json.write(data);

        String text = Template.parse(
                        "{% set _ = l.append(3) %}{% set _ = d.update({'b': 2}) %}{% set _ = l.sort() %}{{ l }}{{ d }}")
                .render(data);

        assertThat(text).isEqualTo("[1, 2, 3]{'a': 1, 'b': 2}");
        assertThat(Json.write(data)).isEqualTo(before);
    }

    @Test
    void one_template_serves_many_threads() {
        Template template = Template.parse(
                "{% macro m(a) %}{% set b = a %}{{ b }}{% endmacro %}"
                        + "{% set ns = namespace(s=0) %}{% for i in range(n) %}{% set ns.s = ns.s + i %}{% endfor %}{{ m(ns.s) }}");

        IntStream.range(0, 400).parallel().forEach(n -> assertThat(template.render(Map.of("n", (long) n)))
                .isEqualTo(Long.toString((long) n * (n - 1) / 2)));
    }

    @Test
    void a_literal_list_is_new_in_every_rendering() {
        Template template = Template.parse("{% set l = [1] %}{% set _ = l.append(2) %}{{ l }}");

        assertThat(template.render(Map.of())).isEqualTo("[1, 2]");
        assertThat(template.render(Map.of())).isEqualTo("[1, 2]");
    }

    @Test
    void a_key_with_a_null_is_none_and_not_undefined() {
        assertThat(Template.parse("{{ a }} {{ a is none }} {{ b is defined }}").render(Fields.of("a", null)))
                .isEqualTo("None True False");
    }
}
