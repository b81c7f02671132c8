package dev.sluice.template;

import static dev.sluice.template.Rendered.failure;
import static dev.sluice.template.Rendered.render;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AutoescapeTest {
    @Test
    void nothing_is_escaped_unless_it_is_asked_for() {
        assertThat(render("{{ html }}{% autoescape true %}{{ html }}{{ html|safe }}{% endautoescape %}{{ html }}"))
                .isEqualTo("<b>&lt;b&gt;<b><b>");
        assertThat(failure("{% autoescape %}{% endautoescape %}")).isNotNull();
    }

    @Test
    void sections_nest() {
        assertThat(
                        render(
                                "{% autoescape true %}{% autoescape false %}{{ html }}{% endautoescape %}{{ html }}{% endautoescape %}"))
                .isEqualTo("<b>&lt;b&gt;");
        assertThat(
                        render(
                                "{% autoescape yes %}{{ html }}{% endautoescape %}{% autoescape no %}{{ html }}{% endautoescape %}"))
                .isEqualTo("&lt;b&gt;<b>");
    }

    @Test
    void what_a_section_has_printed_is_not_escaped_again() {
        assertThat(
                        render(
                                "{% autoescape true %}{% set y %}<{{ html }}{% endset %}{{ y }} {{ y ~ '<' }}{% endautoescape %}"))
                .isEqualTo("<&lt;b&gt; <&lt;b&gt;&lt;");
        assertThat(
                        render(
                                "{% autoescape true %}{% macro m() %}<{{ html }}{{ caller() }}{% endmacro %}{% call m() %}>{% endcall %}{% endautoescape %}"))
                .isEqualTo("<&lt;b&gt;>");
        assertThat(
                        render(
                                "{% autoescape true %}{% for n in tree recursive %}<{{ n.n }}{{ loop(n.c) }}{% endfor %}{% endautoescape %}"))
                .isEqualTo("<a<b<c<d<e");
    }

    @Test
    void macros_and_blocks_escape_as_the_place_where_they_are_written() {
        assertThat(
                        render(
                                "{% macro m() %}<{{ html }}{% endmacro %}{% autoescape true %}{{ m() }}{% endautoescape %}{{ m() }}"))
                .isEqualTo("<<b><<b>");
        assertThat(render(
                        "{% autoescape true %}{% block a %}{{ html }}{% endblock %}{{ self.a() }}{% endautoescape %}"))
                .isEqualTo("<b><b>");
    }
}
