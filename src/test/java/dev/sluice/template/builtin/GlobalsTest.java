package dev.sluice.template.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.template.Template;
import dev.sluice.template.TemplateException;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The functions every template can call. What is expected came from Python 3.11 and Jinja2. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GlobalsTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            maxCharsPerColumn = 10_000,
            textBlock =
                    """
            range(3)|list                        => [0, 1, 2]
            range(5, 0, -2)|list                 => [5, 3, 1]
            range(0)|list                        => []
            dict(a=1, b='x')                     => {'a': 1, 'b': 'x'}
            dict([('a', 1)], b=2)                => {'a': 1, 'b': 2}
            dict({'a': 1})                       => {'a': 1}
            dict()                               => {}
            dict.fromkeys('ab')                  => {'a': None, 'b': None}
            namespace(a=1).a                     => 1
            namespace(a=1)                       => <Namespace {'a': 1}>
            namespace({'a': 2}, b=3).b           => 3
            cycler('a', 'b').current             => a
            lipsum(n=2, html=false)|length > 100 => True
            lipsum() is escaped                  => True
            joiner('-')() ~ '|'                  => |
            """)
    void ranges_maps_and_namespaces(String expression, String text) {
        assertThat(rendered(expression)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "range()",
                "range('a')",
                "range(1, 2, 0)",
                "range(1000000)",
                "dict(1)",
                "dict([1])",
                "dict([], [])",
                "dict(missing)",
                "namespace(missing)",
                "cycler()",
                "namespace(1)",
                "lipsum(min=5, max=5)"
            })
    void wrong_arguments_are_refused(String expression) {
        assertThatThrownBy(() -> rendered(expression)).isInstanceOf(TemplateException.class);
    }

    private static String rendered(String expression) {
        return Template.parse("{{ " + expression + " }}").render(Map.of());
    }
}
