package dev.sluice.template;

import static dev.sluice.template.Rendered.failure;
import static dev.sluice.template.Rendered.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ErrorPositionTest {
    private static void assertAt(TemplateException failure, int line, int column) {
        assertThat(failure.line()).as("line of: %s", failure.getMessage()).isEqualTo(line);
        assertThat(failure.column()).as("column of: %s", failure.getMessage()).isEqualTo(column);
    }

    @Test
    void errors_of_syntax_name_the_token_that_does_not_fit() {
        assertAt(refusal("a\nb {{ x y }}"), 2, 8);
        assertAt(refusal("{{ x ! }}"), 1, 6);
        assertAt(refusal("{% if x %}\n{% endfor %}"), 2, 4);
        assertAt(refusal("a\r\n{{ (x }}"), 2, 7);
        assertAt(refusal("{{ x|upper|nope }}"), 1, 12);
        assertAt(refusal("a\n {# b"), 2, 2);
        assertAt(refusal("{% if x %}\n"), 1, 11);
    }

    @Test
    void errors_of_syntax_say_what_should_be_there() {
        assertThat(refusal("{{ x y }}")).hasMessage("Here should be '}}', and there is 'y'.");
        assertThat(refusal("{{ }}")).hasMessage("Here should be an expression, and there is '}}'.");
        assertThat(refusal("{{ x")).hasMessage("Here should be '}}', and there is the end of the template.");
        assertThat(refusal("{% if x %}"))
                .hasMessage("The template ends before {% elif %} or {% else %} or {% endif %}.");
        assertThat(refusal("{{ [x) }}")).hasMessage("The ')' stands where ']' should.");
    }

    @Test
    void errors_of_rendering_name_the_innermost_construct() {
        assertAt(failure("a\n{{ 1 +\n  missing.a }}"), 3, 11);
        assertAt(failure("{{ x ~\n (1 / 0) }}"), 2, 5);
        assertAt(failure("{{ 'a' + 1 }}"), 1, 8);
        assertAt(failure("{{ x.upper(1) }}"), 1, 11);
        assertAt(failure("{{ x|replace }}"), 1, 6);
        assertAt(failure("{% for i in list %}\n{{ i }}{{ i() }}{% endfor %}"), 2, 12);
        assertAt(failure("\n\n{% for i in 5 %}{% endfor %}"), 3, 4);
    }

    @Test
    void an_error_in_a_macro_is_where_the_macro_fails() {
        assertAt(failure("{% macro m(a) %}\n{{ a.b.c }}{% endmacro %}\n\n{{ m(x) }}"), 2, 8);
        assertAt(failure("{% macro m(a) %}{% endmacro %}\n{{ m(1, 2) }}"), 2, 5);
    }

    @Test
    void undefined_says_why_it_is() {
        assertThat(failure("{{ missing.a }}")).hasMessage("'missing' is undefined");
        assertThat(failure("{{ d.nope.a }}")).hasMessage("'dict object' has no attribute 'nope'");
        assertThat(failure("{{ missing() }}")).hasMessage("'missing' is undefined");
        assertThat(failure("{{ x() }}")).hasMessage("'str' object is not callable");
    }

    @Test
    void errors_carry_no_stack_trace() {
        assertThat(failure("{{ missing.a }}").getStackTrace()).isEmpty();
        assertThat(refusal("{{").getStackTrace()).isEmpty();
    }
}
