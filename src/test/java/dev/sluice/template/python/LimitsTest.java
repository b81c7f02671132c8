package dev.sluice.template.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.template.Template;
import dev.sluice.template.TemplateException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is too large is refused before it is made, what is too deep before the stack ends, and data stays as it is. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LimitsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'a' * 10 ** 9",
                "'%1000000000d' % 1",
                "'%.1000000000f' % 1",
                "'%*d' % (10 ** 9, 1)",
                "'{:1000000000}'.format(1)",
                "'{:{}}'.format(1, 10 ** 9)",
                "'{:.1000000000f}'.format(1.5)",
                "'a'.center(10 ** 9)",
                "'a'.zfill(10 ** 9)",
                "'\t'.expandtabs(10 ** 9)",
                "'a'|indent(10 ** 9)",
                "1|tojson(indent=10 ** 9)",
                "lipsum(n=10 ** 9)",
                "[1] * 10 ** 8",
                "[1]|slice(10 ** 9)|list",
                "[1]|batch(10 ** 9, 0)|list",
                "[[1] * 1000] * 1000",
                "10 ** 100000",
                "(2 ** 19000) * (2 ** 19000) * (2 ** 19000) * (2 ** 19000)",
                "(['a'] * 300000)|join('b' * 100)"
            })
    void what_would_be_too_large_is_refused(String expression) {
        assertThatThrownBy(() -> render("{{ " + expression + " }}", Map.of())).isInstanceOf(TemplateException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ ns.deep }}",
                "{{ ns.deep == ns.deep[0] }}",
                "{{ ns.deep < ns.deep[0] }}",
                "{{ ns.deep|tojson }}",
                "{{ ns.deep|pprint }}",
                "{{ {ns.deep: 1} }}",
                "{{ ns }}"
            })
    void what_is_too_deep_is_refused(String output) {
        String deep =
                "{% set ns = namespace(deep=()) %}{% for i in range(5000) %}{% set ns.deep = (ns.deep,) %}{% endfor %}";
        assertThatThrownBy(() -> render(deep + output, Map.of())).isInstanceOf(TemplateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"map('string')", "batch(1)", "select", "unique"})
    void filters_that_wait_for_each_other_are_refused_when_there_are_too_many(String filter) {
        String chain = "{% set ns = namespace(all=[1]) %}{% for i in range(5000) %}{% set ns.all = ns.all|" + filter
                + " %}{% endfor %}{{ ns.all|list }}";
        assertThatThrownBy(() -> render(chain, Map.of())).isInstanceOf(TemplateException.class);
    }

    @Test
    void a_list_or_map_inside_of_itself_is_printed_with_dots() {
        assertThat(render("{% set l = [1] %}{{ l.append(l) }}{{ l }}", Map.of()))
                .isEqualTo("None[1, [...]]");
        assertThat(render("{% set d = {} %}{{ d.update(d=d) }}{{ d }}", Map.of()))
                .isEqualTo("None{'d': {...}}");
    }

    @Test
    void data_is_changed_for_the_template_only_and_wherever_it_is_reached() {
        List<Object> inner = List.of(1L);
        Map<String, Object> data = Map.of("a", inner, "b", Map.of("list", inner));

        String text = render("{{ a.append(2) }}{{ b.list }}{{ b.update(x=a) }}{{ b.x is sameas a }}", data);

        assertThat(text).isEqualTo("None[1, 2]NoneTrue");
        assertThat(data).isEqualTo(Map.of("a", List.of(1L), "b", Map.of("list", List.of(1L))));
    }

    private static String render(String template, Map<String, Object> data) {
        return Template.parse(template).render(data);
    }
}
