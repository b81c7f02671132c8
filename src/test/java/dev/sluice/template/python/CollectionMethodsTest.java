package dev.sluice.template.python;

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

/** The methods of lists, tuples and maps. What is expected came from Python 3.11 and Jinja2. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CollectionMethodsTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            maxCharsPerColumn = 10_000,
            textBlock =
                    """
            [1, 2, 1].count(1)           => 2
            ['a', 'b'].index('b')        => 1
            (1, 2).index(2)              => 1
            {'a': 1}.get('b', 5)         => 5
            {'a': 1}.get('b')            => None
            {'a': 1, 'b': 2}.keys()|list => ['a', 'b']
            {'a': 1}.copy()              => {'a': 1}
            {'a': 1}.items()|list        => [('a', 1)]
            {}.fromkeys('ab', 0)         => {'a': 0, 'b': 0}
            """)
    void methods_that_ask(String expression, String text) {
        assertThat(rendered(expression)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            maxCharsPerColumn = 10_000,
            textBlock =
                    """
            [[], 1][0].append(1)        => None
            [3, 1].pop()                => 1
            [3, 1].pop(0)               => 3
            {'a': 1}.pop('a')           => 1
            {'a': 1}.pop('b', 2)        => 2
            {'a': 1}.popitem()          => ('a', 1)
            {'a': 1}.setdefault('b', 3) => 3
            [2, 1].sort()               => None
            """)
    void methods_that_change_give_what_Python_gives(String expression, String text) {
        assertThat(rendered(expression)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[].pop()",
                "[1].pop(5)",
                "[1].remove(2)",
                "[1].index(2)",
                "[1, 'a'].sort()",
                "{}.pop('a')",
                "{}.popitem()",
                "{'a': 1}.get()",
                "{'a': 1}.get([])",
                "{[]: 1}",
                "[].append()",
                "[].append(1, 2)",
                "[].extend(1)",
                "{}.update(1)",
                "{}.update(['abc'])",
                "[1].foo()"
            })
    void wrong_calls_are_refused(String expression) {
        assertThatThrownBy(() -> rendered(expression)).isInstanceOf(TemplateException.class);
    }

    private static String rendered(String expression) {
        return Template.parse("{{ " + expression + " }}").render(Map.of());
    }
}
