package dev.sluice.template;

import static dev.sluice.template.Rendered.failure;
import static dev.sluice.template.Rendered.refusal;
import static dev.sluice.template.Rendered.render;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MacroTest {
    private static final String M = "{% macro m(a, b=2, c=a) %}{{ a }}-{{ b }}-{{ c }}{% endmacro %}";

    @Test
    void parameters_are_given_by_place_or_name_or_have_defaults() {
        assertThat(render(M + "{{ m(1) }} {{ m(1, c=3) }} {{ m(b=5, a=4) }} {{ m() }}"))
                .isEqualTo("1-2-1 1-2-3 4-5-4 -2-");
        assertThat(render("{% macro m(a=b, b=1) %}{{ a }}{{ b }}{% endmacro %}{{ m() }} {{ m(b=3) }}"))
                .isEqualTo("1 33");
    }

    @Test
    void arguments_that_fit_nowhere_are_errors() {
        assertThat(failure(M + "{{ m(1, 2, 3, 4) }}")).hasMessage("macro 'm' takes not more than 3 argument(s)");
        assertThat(failure(M + "{{ m(z=1) }}")).hasMessage("macro 'm' takes no keyword argument 'z'");
        assertThat(failure(M + "{{ m(1, a=1) }}")).hasMessageContaining("'a'");
    }

    @Test
    void varargs_and_kwargs_are_there_when_the_body_mentions_them() {
        assertThat(render(
                        "{% macro m(a) %}{{ a }}{{ varargs }}{{ kwargs }}{% endmacro %}{{ m(1, 2, 3, z=4) }}{{ m() }}"))
                .isEqualTo("1(2, 3){'z': 4}(){}");
        assertThat(render("{% macro m(kwargs) %}{{ kwargs }}{% endmacro %}{{ m(1) }}"))
                .isEqualTo("1");
    }

    @Test
    void call_hands_its_body_over_as_caller() {
        assertThat(render("{% macro m() %}[{{ caller() }}]{% endmacro %}{% call m() %}{{ x }}{% endcall %}"))
                .isEqualTo("[ctx]");
        assertThat(
                        render(
                                "{% macro m() %}{{ caller(1) }}{% endmacro %}{% call(a, b=9) m() %}{{ a }}-{{ b }}{% endcall %}"))
                .isEqualTo("1-9");
        assertThat(
                        render(
                                "{% macro m() %}{{ caller() }}{% endmacro %}{% for i in list %}{% call m() %}{{ i }}{{ loop.index }} {% endcall %}{% endfor %}"))
                .isEqualTo("31 12 23 ");
    }

    @Test
    void caller_is_undefined_without_call() {
        assertThat(
                        render(
                                "{% macro m() %}{% if caller %}{{ caller() }}{% else %}none{% endif %}{% endmacro %}{{ m() }}{% call m() %}z{% endcall %}"))
                .isEqualTo("nonez");
        assertThat(failure("{% macro m() %}{{ caller() }}{% endmacro %}{{ m() }}"))
                .hasMessage("No caller defined");
        assertThat(failure("{% macro m() %}x{% endmacro %}{% call m() %}z{% endcall %}"))
                .hasMessageContaining("does not use its caller");
    }

    @Test
    void a_parameter_named_caller_needs_a_default() {
        assertThat(refusal("{% macro m(caller) %}{{ caller() }}{% endmacro %}")).hasMessageContaining("default");
        assertThat(
                        render(
                                "{% macro m(caller=none) %}{% if caller %}{{ caller() }}{% endif %}{% endmacro %}{% call m() %}z{% endcall %}{{ m() }}"))
                .isEqualTo("z");
    }

    @Test
    void call_wants_a_call_that_gives_text() {
        assertThat(refusal("{% call x|upper %}{% endcall %}")).hasMessageContaining("call of a macro");
        assertThat(failure("{% call dict() %}{% endcall %}")).hasMessageContaining("must give text");
    }

    @Test
    void macros_see_what_is_set_around_them_by_the_time_of_the_call() {
        assertThat(render("{% macro m() %}{{ y }}{% endmacro %}{% set y = 1 %}{{ m() }}{% set y = 2 %}{{ m() }}"))
                .isEqualTo("12");
        assertThat(render("{% macro m() %}{% set y = 2 %}{{ y }}{% endmacro %}{% set y = 1 %}{{ m() }}{{ y }}"))
                .isEqualTo("21");
        assertThat(render("{% macro a() %}A{{ b() }}{% endmacro %}{% macro b() %}B{% endmacro %}{{ a() }}"))
                .isEqualTo("AB");
        assertThat(
                        render(
                                "{% for i in [1] %}{% macro m() %}{{ i }}{% endmacro %}{{ m() }}{% endfor %}{{ m is defined }}"))
                .isEqualTo("1False");
    }

    @Test
    void macros_call_themselves() {
        assertThat(render("{% macro f(n) %}{{ n }}{% if n > 0 %}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(9) }}"))
                .isEqualTo("9876543210");
    }

    @Test
    void macros_tell_about_themselves() {
        assertThat(
                        render(
                                M
                                        + "{{ m }} {{ m.name }} {{ m.arguments }} {{ m.catch_kwargs }} {{ m.catch_varargs }} {{ m.caller }}"))
                .isEqualTo("<Macro 'm'> m ('a', 'b', 'c') False False False");
    }

    @Test
    void signatures_are_checked() {
        assertThat(refusal("{% macro m(a, a) %}{% endmacro %}")).hasMessageContaining("twice");
        assertThat(refusal("{% macro m(a=1, b) %}{% endmacro %}")).hasMessageContaining("default");
        assertThat(refusal("{% macro m(a,) %}{% endmacro %}")).isNotNull();
    }
}
