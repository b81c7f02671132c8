package dev.sluice.template.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.template.Template;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filters of any value. What is expected came from Python 3.11 and Jinja2. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ValueFiltersTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            maxCharsPerColumn = 10_000,
            textBlock =
                    """
            missing|default('x')               => x
            none|default('x')                  => None
            ''|default('x', true)              => x
            0|d(5, boolean=true)               => 5
            {'a': 1}|attr('a') is undefined    => True
            'a'|attr('__class__') is undefined => True
            {'a': 1}|items|list                => [('a', 1)]
            missing|items|list                 => []
            1|string ~ 'x'                     => 1x
            """)
    void defaults_attributes_and_items(String expression, String text) {
        assertThat(rendered(expression)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            maxCharsPerColumn = 10_000,
            textBlock =
                    """
            {'b': 1, 'a': [1, (2,)]}|pprint          => {'a': [1, (2,)], 'b': 1}
            {2: 1, 'a': 1, none: 0}|pprint           => {None: 0, 2: 1, 'a': 1}
            (['abcdefghijklmnopqrstuvwxyz'] * 4)|pprint|replace('\\n', '|') => ['abcdefghijklmnopqrstuvwxyz',| 'abcdefghijklmnopqrstuvwxyz',| 'abcdefghijklmnopqrstuvwxyz',| 'abcdefghijklmnopqrstuvwxyz']
            {'key': ['abcdefghijklmnopqrstuvwxyz'] * 3, 'a': 1}|pprint|replace('\\n', '|') => {'a': 1,| 'key': ['abcdefghijklmnopqrstuvwxyz',|         'abcdefghijklmnopqrstuvwxyz',|         'abcdefghijklmnopqrstuvwxyz']}
            ('word ' * 30)|pprint|replace('\\n', '|') => ('word word word word word word word word word word word word word word word '| 'word word word word word word word word word word word word word word word ')
            """)
    void pretty_printing_breaks_long_lines(String expression, String text) {
        assertThat(rendered(expression)).isEqualTo(text);
    }

    private static String rendered(String expression) {
        return Template.parse("{{ " + expression + " }}").render(Map.of());
    }
}
