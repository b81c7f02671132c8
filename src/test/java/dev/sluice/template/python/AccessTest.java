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

/** Attributes, items, slices. What is expected came from Python 3.11 and Jinja2. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AccessTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            maxCharsPerColumn = 10_000,
            textBlock =
                    """
            {'items': 1}['items'] => 1
            {'a': 1}.a            => 1
            {'a': 1}['a']         => 1
            [1, 2][-1]            => 2
            [[1, 2]][0][1]        => 2
            'abc'[1]              => b
            'a😀c'[1]              => 😀
            'abc'[true]           => b
            (1, 2)[0]             => 1
            range(5)[-1]          => 4
            {1: 'x'}[1.0]         => x
            {1: 'x'}[true]        => x
            (5).real              => 5
            (2.0).is_integer()    => True
            """)
    void an_attribute_is_a_method_first_and_an_item_the_other_way(String expression, String text) {
        assertThat(rendered(expression)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            maxCharsPerColumn = 10_000,
            textBlock =
                    """
            'abcdef'[1:-1]               => bcde
            'abcdef'[::-1]               => fedcba
            'abcdef'[::2]                => ace
            'a😀b'[1:]                    => 😀b
            '😀ab'[::-1]                  => ba😀
            [1, 2, 3][5:]                => []
            [1, 2, 3][-2:]               => [2, 3]
            [1, 2, 3][::-2]              => [3, 1]
            (1, 2, 3)[1:]                => (2, 3)
            range(10)[2:8:3]             => range(2, 8, 3)
            [1, 2, 3][10:0:-1]           => [3, 2]
            ('<b>'|safe)[1:]|list|length => 2
            """)
    void slices_follow_Python(String expression, String text) {
        assertThat(rendered(expression)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            maxCharsPerColumn = 10_000,
            textBlock =
                    """
            {'a': 1}.b is undefined                   => True
            [1][5] is undefined                       => True
            'abc'[9] is undefined                     => True
            {}[[1]] is undefined                      => True
            [1]['a'] is undefined                     => True
            none.x is undefined                       => True
            ''.__class__ is undefined                 => True
            [].__init__ is undefined                  => True
            {'__class__': 1}.__class__ is undefined   => True
            {'_a': 1}._a                              => 1
            {'__class__': 1}['__class__']             => 1
            ([1]|map('string')).gi_frame is undefined => True
            """)
    void what_is_not_there_is_undefined(String expression, String text) {
        assertThat(rendered(expression)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "missing.a",
                "missing['a']",
                "missing[1:]",
                "{}.a.b",
                "''.__class__.__mro__",
                "[].__class__.__base__",
                "missing()",
                "'{0.__class__.__mro__}'.format(1)",
                "[1, 2][::0]",
                "[1, 2][missing:]"
            })
    void undefined_goes_no_further(String expression) {
        assertThatThrownBy(() -> rendered(expression)).isInstanceOf(TemplateException.class);
    }

    private static String rendered(String expression) {
        return Template.parse("{{ " + expression + " }}").render(Map.of());
    }
}
