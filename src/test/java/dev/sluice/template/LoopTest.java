package dev.sluice.template;

import static dev.sluice.template.Rendered.failure;
import static dev.sluice.template.Rendered.refusal;
import static dev.sluice.template.Rendered.render;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LoopTest {
    @Test
    void loop_tells_where_it_is() {
        assertThat(
                        render(
                                "{% for i in 'ab' %}{{ loop.index }}{{ loop.index0 }}{{ loop.revindex }}{{ loop.revindex0 }}"
                                        + "{{ loop.first }}{{ loop.last }}{{ loop.length }}{{ loop.depth }}{{ loop.depth0 }};{% endfor %}"))
                .isEqualTo("1021TrueFalse210;2110FalseTrue210;");
    }

    @Test
    void loop_knows_its_neighbours() {
        assertThat(render("{% for i in list %}{{ loop.previtem }}<{{ i }}>{{ loop.nextitem }} {% endfor %}"))
                .isEqualTo("<3>1 3<1>2 1<2> ");
    }

    @Test
    void loop_notices_changes_and_cycles() {
        assertThat(render("{% for i in [1, 1, 2] %}{{ loop.changed(i) }}{{ loop.cycle('a', 'b') }} {% endfor %}"))
                .isEqualTo("Truea Falseb Truea ");
        assertThat(failure("{% for i in [1] %}{{ loop.cycle() }}{% endfor %}")).hasMessageContaining("no items");
    }

    @Test
    void a_condition_leaves_elements_out_before_they_are_counted() {
        assertThat(render("{% for i in list if i > 1 %}{{ loop.index }}/{{ loop.length }}:{{ i }} {% endfor %}"))
                .isEqualTo("1/2:3 2/2:2 ");
        assertThat(render("{% for a, b in pairs if a > 1 %}{{ a }}{{ b }}{{ loop.last }}{% endfor %}"))
                .isEqualTo("34True");
    }

    @Test
    void else_is_for_no_rounds_at_all() {
        assertThat(render("{% for i in list if i > 5 %}{{ i }}{% else %}none of {{ list|length }}{% endfor %}"))
                .isEqualTo("none of 3");
        assertThat(render("{% for i in missing %}{% else %}e{% endfor %}")).isEqualTo("e");
        assertThat(render("{% for i in [1, 2] %}{% for j in [] %}{% else %}{{ loop.index }}{% endfor %}{% endfor %}"))
                .as("else sees the loop around")
                .isEqualTo("12");
    }

    @Test
    void elements_are_unpacked() {
        assertThat(render("{% for a, (b, c) in [(1, (2, 3))] %}{{ a }}{{ b }}{{ c }}{% endfor %}"))
                .isEqualTo("123");
        assertThat(render("{% for k, v in d.items() %}{{ k }}={{ v }};{% endfor %}"))
                .isEqualTo("k=v;items=5;");
        assertThat(failure("{% for a, b in [1] %}{% endfor %}")).hasMessageContaining("unpack");
    }

    @Test
    void a_recursive_loop_calls_itself() {
        assertThat(
                        render(
                                "{% for n in tree recursive %}{{ n.n }}{{ loop.depth }}{% if n.c %}({{ loop(n.c) }}){% endif %}{% endfor %}"))
                .isEqualTo("a1(b2c2(d3))e1");
        assertThat(render("{% for n in tree recursive %}{{ n.n }}{{ loop(n.c) }}{% else %}!{% endfor %}"))
                .isEqualTo("ab!cd!e!");
        assertThat(failure("{% for n in tree %}{{ loop(n.c) }}{% endfor %}")).hasMessageContaining("recursive");
    }

    @Test
    void the_loop_around_is_reached_by_another_name() {
        assertThat(
                        render(
                                "{% for n in 'ab' %}{% set outer = loop %}{% for m in 'cd' %}{{ outer.index }}{{ loop.index }} {% endfor %}{% endfor %}"))
                .isEqualTo("11 12 21 22 ");
        assertThat(render("{% for i in [3, 4] %}{% for j in [loop.index] %}{{ j }}{% endfor %}{% endfor %}"))
                .as("what is looped over belongs to the outer loop")
                .isEqualTo("12");
    }

    @Test
    void loop_is_a_name_that_loops_keep_for_themselves() {
        assertThat(refusal("{% for loop in [1] %}{% endfor %}")).hasMessageContaining("'loop'");
        assertThat(refusal("{% for i in [1] %}{% set loop = 1 %}{% endfor %}")).hasMessageContaining("'loop'");
        assertThat(render("{% set loop = 1 %}{{ loop }}")).isEqualTo("1");
    }

    @Test
    void looping_over_loop_takes_its_elements() {
        assertThat(render("{% for i in [1, 2, 3] %}{{ loop }}{% for q in loop %}{{ q[0] }}{% endfor %}{% endfor %}"))
                .isEqualTo("<LoopContext 1/3>23");
    }

    @Test
    void a_list_that_grows_is_walked_to_its_new_end() {
        assertThat(
                        render(
                                "{% set l = [1] %}{% for i in l %}{% if i < 4 %}{% set _ = l.append(i + 1) %}{% endif %}{{ i }}{% endfor %}"))
                .isEqualTo("1234");
    }

    @Test
    void other_values_cannot_be_looped_over() {
        assertThat(failure("{% for i in 5 %}{% endfor %}")).hasMessage("'int' object is not iterable");
        assertThat(failure("{% for i in none %}{% endfor %}")).hasMessage("'NoneType' object is not iterable");
    }
}
