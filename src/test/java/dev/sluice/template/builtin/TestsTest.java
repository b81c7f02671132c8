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

/** The tests behind is. What is expected came from Python 3.11 and Jinja2. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TestsTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            maxCharsPerColumn = 10_000,
            textBlock =
                    """
            true is boolean        => True
            1 is boolean           => False
            1 is integer           => True
            true is integer        => False
            1.0 is float           => True
            true is number         => True
            'a' is string          => True
            ('a'|safe) is string   => True
            {} is mapping          => True
            [] is sequence         => True
            {} is sequence         => True
            range(3) is sequence   => True
            {}.items() is sequence => False
            'a' is iterable        => True
            5 is iterable          => False
            range is callable      => True
            missing is callable    => True
            none is none           => True
            missing is undefined   => True
            1 is true              => False
            true is true           => True
            false is false         => True
            ('a'|safe) is escaped  => True
            """)
    void types(String expression, String text) {
        assertThat(rendered(expression)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            maxCharsPerColumn = 10_000,
            textBlock =
                    """
            3 is odd            => True
            4 is even           => True
            2.0 is even         => True
            9 is divisibleby 3  => True
            'a' is lower        => True
            'A1' is upper       => True
            5 is lower          => False
            1 is eq 1.0         => True
            1 is sameas 1.0     => False
            none is sameas none => True
            1 is in [1, 2]      => True
            2 is gt 1           => True
            2 is ge 2           => True
            1 is lessthan 2     => True
            1 is le 0           => False
            1 is ne 1           => False
            'a' is equalto 'a'  => True
            'upper' is filter   => True
            'x' is filter       => False
            'odd' is test       => True
            5 is filter         => False
            """)
    void values(String expression, String text) {
        assertThat(rendered(expression)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'a' is odd",
                "missing is even",
                "1 is divisibleby 0",
                "1 is gt 'a'",
                "1 is in 5",
                "[1] is filter"
            })
    void what_cannot_be_tested_is_refused(String expression) {
        assertThatThrownBy(() -> rendered(expression)).isInstanceOf(TemplateException.class);
    }

    private static String rendered(String expression) {
        return Template.parse("{{ " + expression + " }}").render(Map.of());
    }
}
