package dev.sluice.template;

import static dev.sluice.template.Rendered.failure;
import static dev.sluice.template.Rendered.refusal;
import static dev.sluice.template.Rendered.render;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PrecedenceTest {
    @Test
    void a_filter_binds_looser_than_a_sign() {
        assertThat(render("{{ -1|abs }}")).isEqualTo("1");
    }

    @Test
    void powers_go_from_left_to_right_and_looser_than_a_sign() {
        assertThat(render("{{ 2**-1 }} {{ -2**2 }} {{ 2**3**2 }}")).isEqualTo("0.5 4 64");
    }

    @Test
    void products_bind_tighter_than_tilde_and_tilde_tighter_than_sums() {
        assertThat(render("{{ 1 ~ 2 * 3 }} {{ 8 / 2 / 2 }} {{ 2 + 3 * 4 ** 2 }} {{ 1 - 1 - 1 }}"))
                .isEqualTo("16 2.0 50 -1");
        assertThat(failure("{{ 1 + 2 ~ 3 + 4 }}")).hasMessageContaining("unsupported operand");
    }

    @Test
    void comparisons_chain() {
        assertThat(render("{{ 1 < 2 < 3 }} {{ 1 < 3 < 2 }} {{ 3 > 2 != 1 }} {{ 1 in [1] in [[1]] }}"))
                .isEqualTo("True False True True");
        assertThat(render("{{ 2 < 1 < missing }}"))
                .as("stops at the first that fails")
                .isEqualTo("False");
    }

    @Test
    void not_binds_looser_than_in() {
        assertThat(render("{{ not 1 in [1] }} {{ 1 not in [1] }} {{ not not 1 }}"))
                .isEqualTo("False False True");
    }

    @Test
    void and_binds_tighter_than_or_and_both_give_an_operand() {
        assertThat(render("{{ x or 1 and 0 }} {{ 0 or '' or [] }} {{ 1 and 2 and 3 }}"))
                .isEqualTo("ctx [] 3");
        assertThat(render("{{ 0 and missing.foo }}"))
                .as("the rest is not looked at")
                .isEqualTo("0");
    }

    @Test
    void conditions_nest_to_the_right() {
        assertThat(render("{{ 'a' if no else 'b' if yes else 'c' }}")).isEqualTo("b");
        assertThat(render("{{ 'a' if no }}|{{ 'a' if x if yes else 'q' }}|{{ 'a' if x if no else 'q' }}"))
                .isEqualTo("|a|q");
    }

    @Test
    void tests_bind_as_tight_as_filters_and_take_one_operand_without_parentheses() {
        assertThat(render("{{ 4 is divisibleby 2 }} {{ 4 is not divisibleby(3) }} {{ not x is none }}"))
                .isEqualTo("True True True");
        assertThat(failure("{{ 4 is divisibleby 2 + 3 }}"))
                .as("(4 is divisibleby 2) + 3")
                .isNull();
        assertThat(render("{{ 4 is divisibleby 2 + 3 }}")).isEqualTo("4");
        assertThat(render("{{ 3 is odd|upper }}")).isEqualTo("TRUE");
        assertThat(refusal("{{ x is defined is defined }}")).hasMessageContaining("parentheses");
    }

    @Test
    void attributes_items_calls_and_filters_follow_each_other() {
        assertThat(render(
                        "{{ x.upper().lower()[0] }} {{ 'a,b'.split(',')|join('-')|upper }} {{ ('a'|upper).lower() }}"))
                .isEqualTo("c A-B a");
        assertThat(render("{{ x|attr('upper')() }}")).isEqualTo("CTX");
    }

    @Test
    void slices_leave_out_what_they_do_not_need() {
        assertThat(render("{{ list[1:] }}{{ list[:-1] }}{{ list[::-1] }}{{ x[1] }}{{ x[-1] }}{{ list[5] }}"))
                .isEqualTo("[1, 2][3, 1][2, 1, 3]tx");
        assertThat(refusal("{{ x[1:2, 3] }}")).hasMessageContaining("one slice");
    }

    @Test
    void arguments_come_in_their_order() {
        assertThat(render("{{ dict(*[[('a', 1)]], b=2, **{'c': 3}) }}")).isEqualTo("{'a': 1, 'b': 2, 'c': 3}");
        assertThat(render("{{ range(3,)|list }}")).isEqualTo("[0, 1, 2]");
        assertThat(refusal("{{ dict(a=1, 2) }}")).hasMessageContaining("this order");
        assertThat(refusal("{{ dict(a=1, a=2) }}")).hasMessageContaining("twice");
        assertThat(failure("{{ dict(a=1, **{'a': 2}) }}")).hasMessageContaining("multiple values");
        assertThat(failure("{{ dict(**{1: 2}) }}")).hasMessageContaining("strings");
    }

    @Test
    void words_of_the_language_are_names_where_an_operand_stands() {
        assertThat(render("{{ if }}{{ in }}{{ and }}|")).isEqualTo("|");
    }
}
