package dev.sluice.template;

import static dev.sluice.template.Rendered.failure;
import static dev.sluice.template.Rendered.refusal;
import static dev.sluice.template.Rendered.render;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LimitsTest {
    @Test
    void the_source_has_at_most_64_KiB() {
        assertThat(render("a".repeat(1 << 16))).hasSize(1 << 16);
        assertThat(refusal("a".repeat((1 << 16) + 1))).hasMessageContaining("longer than 65536");
    }

    @Test
    void the_text_has_at_most_1_MiB() {
        String kib = "{% for i in range(1024) %}" + "a".repeat(1024) + "{% endfor %}";
        assertThat(render(kib)).hasSize(1 << 20);
        assertThat(failure(kib + "b")).hasMessageContaining("1048576 characters");
    }

    @Test
    void loops_take_at_most_100_000_rounds_together() {
        assertThat(render("{% for i in range(1000) %}{% for j in range(99) %}{% endfor %}{% endfor %}ok"))
                .isEqualTo("ok");
        assertThat(failure("{% for i in range(1000) %}{% for j in range(100) %}{% endfor %}{% endfor %}"))
                .hasMessageContaining("100000 times");
        assertThat(failure("{% set l = [1] %}{% for i in l %}{% set _ = l.append(1) %}{% endfor %}"))
                .hasMessageContaining("100000 times");
        assertThat(failure("{% for i in range(100000) if 0 %}{% endfor %}{% for i in [1] %}{% endfor %}"))
                .hasMessageContaining("100000 times");
    }

    @Test
    void calls_nest_at_most_100_deep() {
        String f = "{% macro f(n) %}{% if n > 1 %}{{ f(n - 1) }}{% else %}ok{% endif %}{% endmacro %}";
        assertThat(render(f + "{{ f(100) }}")).isEqualTo("ok");
        assertThat(failure(f + "{{ f(101) }}")).hasMessageContaining("100 calls");
        assertThat(failure("{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}")).hasMessageContaining("100 calls");
        assertThat(failure("{% block a %}{{ self.a() }}{% endblock %}")).hasMessageContaining("100 calls");
        assertThat(failure("{% for i in [1] recursive %}{{ loop([1]) }}{% endfor %}"))
                .hasMessageContaining("100 calls");
        assertThat(
                        failure(
                                "{% macro m() %}{{ caller() }}{% endmacro %}{% macro n() %}{% call m() %}{{ n() }}{% endcall %}{% endmacro %}{{ n() }}"))
                .hasMessageContaining("100 calls");
    }

    @Test
    void calls_that_multiply_run_out_of_time() {
        StringBuilder doubling = new StringBuilder("{% macro m0() %}{% endmacro %}");
        for (int i = 1; i < 60; i++) {
            doubling.append("{%% macro m%d() %%}{{ m%d() }}{{ m%d() }}{%% endmacro %%}".formatted(i, i - 1, i - 1));
        }

        assertThat(failure(doubling + "{{ m59() }}")).hasMessageContaining("longer than 1000 ms");
    }

    @Test
    void strings_that_grow_by_doubling_are_stopped() {
        assertThat(
                        failure(
                                "{% set ns = namespace(s='ab') %}{% for i in range(90) %}{% set ns.s = ns.s ~ ns.s %}{% endfor %}"))
                .hasMessageContaining("characters");
        assertThat(failure("{% set s %}{% for i in range(90000) %}aaaaaaaaaaaaaaaaaaaaaaaaaaa{% endfor %}{% endset %}"))
                .hasMessageContaining("characters");
    }
}
