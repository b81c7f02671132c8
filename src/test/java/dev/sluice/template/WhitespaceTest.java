package dev.sluice.template;

import static dev.sluice.template.Rendered.refusal;
import static dev.sluice.template.Rendered.render;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WhitespaceTest {
    @Test
    void one_line_end_is_dropped_at_the_end() {
        assertThat(render("a\n")).isEqualTo("a");
        assertThat(render("{{ x }}\n\n")).isEqualTo("ctx\n");
        assertThat(render("\n")).isEmpty();
    }

    @Test
    void every_line_end_becomes_a_line_feed() {
        assertThat(render("a\r\nb\rc\r\n")).isEqualTo("a\nb\nc");
        assertThat(render("{{ 'a\r\nb' }}")).isEqualTo("a\nb");
    }

    @Test
    void a_minus_strips_the_text_on_its_side() {
        assertThat(render("a  {{- x -}}  b {%- if true -%}  c  {%- endif -%}  d {#- c -#} e"))
                .isEqualTo("actxbcde");
        assertThat(render("a \n\t {{- x }} \n b")).isEqualTo("actx \n b");
        assertThat(render("\u00a0{{- x -}}\u2003 b")).isEqualTo("ctxb");
    }

    @Test
    void a_minus_before_an_operand_belongs_to_the_tag() {
        assertThat(render("a {{-1}} {{ 1 -}} b")).isEqualTo("a1 1b");
    }

    @Test
    void a_plus_keeps_the_text_as_it_is() {
        assertThat(render("a  {{+ x }} b {%+ if true +%} c {%+ endif +%} d {#+ c +#} e"))
                .isEqualTo("a  ctx b  c  d  e");
    }

    @Test
    void comments_vanish_whatever_they_hold() {
        assertThat(render("a{# {{ x }} {% if %} #}b")).isEqualTo("ab");
        assertThat(render("a {#--#} b")).isEqualTo("ab");
        assertThat(refusal("a {# b")).hasMessageContaining("no end");
    }

    @Test
    void raw_text_is_text() {
        assertThat(render("{% raw %}{{ x }}{% if %}{% endraw %}")).isEqualTo("{{ x }}{% if %}");
        assertThat(render("a{%- raw -%}  {{ x }}  {%- endraw -%}  b")).isEqualTo("a{{ x }}b");
        assertThat(render("{%+ raw %} a {% endraw +%} b")).isEqualTo(" a  b");
        assertThat(refusal("{% raw %}{{ x }}")).hasMessageContaining("endraw");
    }

    @Test
    void braces_that_open_nothing_are_text() {
        assertThat(render("{ {x} } }} %} #} {{ x }}}")).isEqualTo("{ {x} } }} %} #} ctx}");
    }

    @Test
    void text_without_tags_is_its_own_rendering() {
        assertThat(render("a { b } %\n")).isEqualTo("a { b } %");
    }
}
