package dev.sluice.template;

import static dev.sluice.template.Rendered.failure;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DepthTest {
    private static final String END = " }}";

    /** A small stack, as a platform thread of a careful server has it, and no help from the compiler's luck. */
    private static TemplateException onSmallStack(String template) throws InterruptedException {
        TemplateException[] result = new TemplateException[1];
        Throwable[] trouble = new Throwable[1];
        Thread thread = new Thread(null, () -> result[0] = failure(template), "small", 512 << 10);
        thread.setUncaughtExceptionHandler((it, thrown) -> trouble[0] = thrown);
        thread.start();
        thread.join();
        assertThat(trouble[0]).isNull();
        return result[0];
    }

    private static void assertRefused(String template) throws InterruptedException {
        assertThat(onSmallStack(template)).as("of %.40s...", template).hasMessageContaining("nests deeper than");
    }

    private static void assertFine(String template) throws InterruptedException {
        assertThat(onSmallStack(template)).as("of %.40s...", template).isNull();
    }

    @Test
    void long_chains_are_not_deep() throws InterruptedException {
        assertFine("{{ 1" + "+1".repeat(20_000) + END);
        assertFine("{{ 1" + "*1".repeat(20_000) + END);
        assertFine("{{ 1" + "~1".repeat(20_000) + END);
        assertFine("{{ 1" + "<1".repeat(20_000) + END);
        assertFine("{{ 1" + " and 1".repeat(8_000) + END);
        assertFine("{{ 0" + " or 0".repeat(8_000) + END);
        assertFine("{{ x" + "|d".repeat(8_000) + END);
        assertFine("{{ x" + "[:]".repeat(8_000) + END);
        assertFine("{{ x" + " if no else x".repeat(4_000) + END);
        assertFine("{% if no %}" + "{% elif no %}".repeat(4_000) + "{% endif %}");
        assertFine("{{ x }}".repeat(9_000));
    }

    @Test
    void deep_nesting_is_refused() throws InterruptedException {
        assertRefused("{{ " + "(".repeat(20_000) + "1" + ")".repeat(20_000) + END);
        assertRefused("{{ " + "[".repeat(20_000) + "1" + "]".repeat(20_000) + END);
        assertRefused("{{ " + "{1:".repeat(9_000) + "1" + "}".repeat(9_000) + END);
        assertRefused("{{ " + "x[".repeat(9_000) + "1" + "]".repeat(9_000) + END);
        assertRefused("{{ " + "x(".repeat(9_000) + "1" + ")".repeat(9_000) + END);
        assertRefused("{{ " + "not ".repeat(9_000) + "1" + END);
        assertRefused("{{ " + "-".repeat(9_000) + "1" + END);
        assertRefused("{{ " + "x|d(".repeat(9_000) + "1" + ")".repeat(9_000) + END);
        assertRefused("{{ " + "x is eq (".repeat(5_000) + "1" + ")".repeat(5_000) + END);
        assertRefused("{% if x %}".repeat(3_000) + "{% endif %}".repeat(3_000));
        assertRefused("{% for i in x %}".repeat(2_000) + "{% endfor %}".repeat(2_000));
        assertRefused("{% set " + "(".repeat(9_000) + "a" + ")".repeat(9_000) + " = 1 %}");
        assertRefused("{% for " + "(".repeat(9_000) + "a" + ")".repeat(9_000) + " in x %}{% endfor %}");
        assertRefused("{% macro m(a=" + "(".repeat(9_000) + "a" + ")".repeat(9_000) + ") %}{% endmacro %}");
        assertThat(onSmallStack("{{ 1" + " if 1".repeat(9_000) + END)).hasMessageContaining("without 'else'");
    }

    @Test
    void nesting_as_people_write_it_is_fine() throws InterruptedException {
        assertFine("{{ " + "(".repeat(60) + "1" + ")".repeat(60) + END);
        assertFine("{% if 1 %}".repeat(90) + "{% endif %}".repeat(90));
        assertFine("{% for i in [1] %}".repeat(90) + "{{ i }}" + "{% endfor %}".repeat(90));
    }

    @Test
    void deep_bodies_that_call_themselves_stay_on_the_stack() throws InterruptedException {
        String open = "{% if 1 %}".repeat(40) + "{% for i in [1] %}".repeat(40);
        String close = "{% endfor %}".repeat(40) + "{% endif %}".repeat(40);

        assertThat(onSmallStack("{% macro m() %}" + open + "{{ m() }}" + close + "{% endmacro %}{{ m() }}"))
                .hasMessageContaining("nest too deep");
        assertThat(onSmallStack("{% block b %}" + open + "{{ self.b() }}" + close + "{% endblock %}"))
                .hasMessageContaining("nest too deep");
        assertThat(onSmallStack("{% for x in [1] recursive %}{% set l = loop %}" + open + "{{ l([1]) }}" + close
                        + "{% endfor %}"))
                .hasMessageContaining("nest too deep");
        assertThat(onSmallStack(
                        "{% macro m() %}{{ " + "[".repeat(90) + "m()" + "]".repeat(90) + " }}{% endmacro %}{{ m() }}"))
                .hasMessageContaining("nest too deep");
        assertThat(onSmallStack("{% macro m() %}{{ " + "x|d(".repeat(80) + "m()" + ")".repeat(80) + " }}{{ "
                        + "dict(a=".repeat(80) + "m()" + ")".repeat(80) + " }}{% endmacro %}{{ m() }}"))
                .hasMessageContaining("nest too deep");
    }
}
