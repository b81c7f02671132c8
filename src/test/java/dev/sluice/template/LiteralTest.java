package dev.sluice.template;

import static dev.sluice.template.Rendered.refusal;
import static dev.sluice.template.Rendered.render;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LiteralTest {
    @Test
    void strings_have_the_escapes_of_Python() {
        assertThat(render("{{ 'it\\'s' }} {{ \"a\\tb\\x41\\u00e9\\101\\q\\\\\" }} {{ '\\U0001f600' }}"))
                .isEqualTo("it's a\tbA\u00e9A\\q\\ \ud83d\ude00");
        assertThat(render("{{ 'a\\\nb' }}")).isEqualTo("ab");
        assertThat(render("{{ '\\\u00e9' }}")).isEqualTo("\\xe9");
    }

    @Test
    void adjacent_strings_are_one() {
        assertThat(render("{{ 'a' 'b' \"c\"|upper }}")).isEqualTo("ABC");
    }

    @Test
    void an_escape_that_is_not_complete_is_refused() {
        assertThat(refusal("{{ '\\x4' }}")).hasMessageContaining("needs 2 hex digits");
        assertThat(refusal("{{ '\\N{BULLET}' }}")).hasMessageContaining("not supported");
        assertThat(refusal("{{ '\\U00110000' }}")).hasMessageContaining("no character");
    }

    @Test
    void a_string_that_does_not_end_is_refused() {
        assertThat(refusal("{{ 'a }}")).hasMessageContaining("close it with '");
    }

    @Test
    void integers_have_no_bounds_and_several_bases() {
        assertThat(render("{{ 0x1F }} {{ 0b101 }} {{ 0o17 }} {{ 1_000 }} {{ 0X_1f }} {{ 00 }}"))
                .isEqualTo("31 5 15 1000 31 0");
        assertThat(render("{{ 12345678901234567890123 }}")).isEqualTo("12345678901234567890123");
        assertThat(refusal("{{ 007 }}")).isNotNull();
        assertThat(refusal("{{ 1__0 }}")).isNotNull();
        assertThat(refusal("{{ " + "9".repeat(4301) + " }}")).hasMessageContaining("4300 digits");
    }

    @Test
    void floats_have_a_fraction_or_an_exponent() {
        assertThat(render("{{ 1.0 }} {{ 1e3 }} {{ 1.5e-7 }} {{ 1_0.2_5 }} {{ 1E5 }} {{ 1e999 }}"))
                .isEqualTo("1.0 1000.0 1.5e-07 10.25 100000.0 inf");
        assertThat(render("{{ pairs.0.1 }}")).as("items by number").isEqualTo("2");
    }

    @Test
    void constants_are_written_in_either_case() {
        assertThat(render("{{ true }}{{ True }}{{ false }}{{ False }}{{ none }}{{ None }}{{ TRUE }}"))
                .isEqualTo("TrueTrueFalseFalseNoneNone");
    }

    @Test
    void brackets_make_lists_tuples_and_maps() {
        assertThat(render("{{ [1, 'a',] }}{{ (1,) }}{{ (1) }}{{ () }}{{ 1, 2 }}{{ {'a': 1, 2: [],} }}"))
                .isEqualTo("[1, 'a'](1,)1()(1, 2){'a': 1, 2: []}");
        assertThat(refusal("{{ [,] }}")).isNotNull();
    }

    @Test
    void names_may_have_letters_of_every_script() {
        assertThat(render("{% set \u00fc\u03a9 = 1 %}{{ \u00fc\u03a9 }}")).isEqualTo("1");
        assertThat(refusal("{{ x\u00b2 }}")).isNotNull();
    }
}
