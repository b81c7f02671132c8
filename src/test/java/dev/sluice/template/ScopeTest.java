package dev.sluice.template;

import static dev.sluice.template.Rendered.failure;
import static dev.sluice.template.Rendered.refusal;
import static dev.sluice.template.Rendered.render;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ScopeTest {
    @Test
    void if_has_no_scope() {
        assertThat(render("{% if yes %}{% set y = 1 %}{% endif %}{{ y }}")).isEqualTo("1");
        assertThat(render("{% if no %}{% set x = 1 %}{% endif %}{{ x }}")).isEqualTo("ctx");
        assertThat(render("{% if yes %}{{ x }}{% set x = 1 %}{% else %}{% set x = 3 %}{% endif %}{{ x }}"))
                .isEqualTo("ctx1");
    }

    @Test
    void what_a_loop_sets_ends_with_the_round() {
        assertThat(render("{% for i in list %}{{ x }}{% set x = i %}{{ x }} {% endfor %}{{ x }}"))
                .isEqualTo("ctx3 ctx1 ctx2 ctx");
        assertThat(render("{% set x = 5 %}{% for i in list %}{{ x }}{% set x = i %}{{ x }} {% endfor %}{{ x }}"))
                .isEqualTo("53 51 52 5");
    }

    @Test
    void a_namespace_carries_values_out_of_a_loop() {
        assertThat(
                        render(
                                "{% set ns = namespace(t=0) %}{% for i in list %}{% set ns.t = ns.t + i %}{% endfor %}{{ ns.t }}"))
                .isEqualTo("6");
        assertThat(render("{% set ns = namespace() %}{% set ns.t|upper %}abc{% endset %}{{ ns.t }}"))
                .isEqualTo("ABC");
        assertThat(failure("{% set d.k = 1 %}")).hasMessageContaining("not a namespace");
    }

    @Test
    void a_name_that_is_set_later_on_the_same_level_hides_the_data_before() {
        assertThat(render("{% for i in [1] %}{{ x }}{% endfor %}{% set x = 1 %}|"))
                .isEqualTo("|");
        assertThat(render("{% macro m() %}{{ x }}{% endmacro %}{{ m() }}|{% set x = 1 %}{{ m() }}"))
                .isEqualTo("|1");
    }

    @Test
    void set_unpacks() {
        assertThat(render("{% set a, (b, c) = 1, (2, 3) %}{{ a }}{{ b }}{{ c }}{% set a, b = b, a %}{{ a }}{{ b }}"))
                .isEqualTo("12321");
        assertThat(failure("{% set a, b = [1] %}")).hasMessageContaining("not enough values");
        assertThat(failure("{% set a, b = 'abc' %}")).hasMessageContaining("too many values");
        assertThat(failure("{% set a, b = 1 %}")).hasMessageContaining("cannot unpack");
        assertThat(refusal("{% set true = 1 %}")).hasMessageContaining("constant");
    }

    @Test
    void set_takes_a_body_and_filters() {
        assertThat(render("{% set y %}a{{ x }}b{% endset %}{{ y }}")).isEqualTo("actxb");
        assertThat(render("{% set y|upper|replace('C', 'k') %}{{ x }}{% endset %}{{ y }}"))
                .isEqualTo("kTX");
        assertThat(render("{% set y|length %}abc{% endset %}{{ y + 1 }}")).isEqualTo("4");
    }

    @Test
    void the_values_of_with_are_worked_out_outside() {
        assertThat(render("{% with x = 1, y = x %}{{ x }}{{ y }}{% endwith %}{{ x }}"))
                .isEqualTo("1ctxctx");
        assertThat(render("{% with a, b = (1, 2) %}{{ a }}{{ b }}{% endwith %}{{ a }}"))
                .isEqualTo("12");
        assertThat(render("{% with %}{% set q = 1 %}{{ q }}{% endwith %}{{ q }}"))
                .isEqualTo("1");
    }

    @Test
    void filter_sections_and_autoescape_are_scopes() {
        assertThat(render("{% filter upper %}{% set y = 'a' %}{{ y }}{% endfilter %}{{ y }}"))
                .isEqualTo("A");
        assertThat(render("{% autoescape true %}{% set y = 1 %}{% endautoescape %}{{ y }}"))
                .isEmpty();
        assertThat(failure("{% filter length %}abc{% endfilter %}")).hasMessageContaining("must give text");
    }

    @Test
    void blocks_see_what_the_top_level_has_set_by_then() {
        assertThat(render("{% set x = 2 %}{% block a %}{{ x }}{% endblock %}{% set x = 3 %}{{ self.a() }}"))
                .isEqualTo("23");
        assertThat(render("{% for i in [1, 2] %}{% block a %}{{ i }}{{ x }}{% endblock %}{% endfor %}"))
                .isEqualTo("ctxctx");
        assertThat(render("{% block a %}{% set x = 1 %}{{ x }}{% endblock %}{{ x }}"))
                .isEqualTo("1ctx");
    }

    @Test
    void scoped_blocks_see_what_is_around_them() {
        assertThat(render("{% for i in [7] %}{% block a scoped %}{{ i }}{{ loop.index }}{% endblock %}{% endfor %}"))
                .isEqualTo("71");
        assertThat(render("{% macro m(a) %}{% block b scoped %}{{ a }}{% endblock %}{% endmacro %}{{ m(3) }}"))
                .isEqualTo("3");
    }

    @Test
    void blocks_have_no_parents_here() {
        assertThat(failure("{% block a %}{{ super() }}{% endblock %}")).hasMessageContaining("no parent block");
        assertThat(failure("{% block a required %} {# c #} {% endblock %}")).hasMessageContaining("required");
        assertThat(refusal("{% block a required %}x{% endblock %}")).hasMessageContaining("nothing but");
        assertThat(refusal("{% block a %}{% endblock %}{% block a %}{% endblock %}"))
                .hasMessageContaining("two blocks");
    }

    @Test
    void the_data_hides_globals() {
        assertThat(Template.parse("{{ range }}").render(java.util.Map.of("range", "mine")))
                .isEqualTo("mine");
    }

    @Test
    void other_templates_are_out_of_reach_as_soon_as_they_are_wanted() {
        assertThat(failure("{% include 'x' %}")).hasMessageContaining("another template");
        assertThat(failure("{% import 'x' as y %}")).hasMessageContaining("'import'");
        assertThat(failure("{% extends 'x' %}")).hasMessageContaining("'extends'");
        assertThat(
                        render(
                                "{% if no %}{% from 'x' import a, b as c with context %}{% include 'x' ignore missing %}{% endif %}k"))
                .isEqualTo("k");
    }

    @Test
    void unknown_tags_are_refused() {
        for (String tag : new String[] {"do 1", "break", "continue", "trans", "debug"}) {
            assertThat(refusal("{% for i in list %}{% " + tag + " %}{% endfor %}"))
                    .hasMessageContaining("no tag");
        }
    }

    @Test
    void unknown_filters_are_refused_save_in_branches_that_are_not_taken() {
        assertThat(refusal("{{ x|nope }}")).hasMessage("There is no filter named 'nope'.");
        assertThat(refusal("{{ x is nope }}")).hasMessage("There is no test named 'nope'.");
        assertThat(render("{% if no %}{{ x|nope }}{% endif %}{{ x|nope if no else 1 }}"))
                .isEqualTo("1");
        assertThat(failure("{% if yes %}{{ x|nope }}{% endif %}")).hasMessageContaining("nope");
        assertThat(refusal("{% if no %}{% for i in list %}{{ i|nope }}{% endfor %}{% endif %}"))
                .isNotNull();
    }
}
