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

/** The operators of expressions. What is expected came from Python 3.11 and Jinja2. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OperatorsTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            maxCharsPerColumn = 10_000,
            textBlock =
                    """
            7 / 2                    => 3.5
            -7 // 2                  => -4
            7 // -2                  => -4
            -7 % 3                   => 2
            7 % -3                   => -2
            -7.5 // 2                => -4.0
            -7.5 % 2                 => 0.5
            5.0 // 0.3               => 16.0
            2 ** 10                  => 1024
            2 ** -1                  => 0.5
            2 ** 0.5                 => 1.4142135623730951
            2 ** 100                 => 1267650600228229401496703205376
            0 ** 0                   => 1
            (-2) ** 3                => -8
            1.1 ** 7                 => 1.9487171000000012
            9223372036854775807 + 1  => 9223372036854775808
            -9223372036854775807 - 2 => -9223372036854775809
            4611686018427387904 * 2  => 9223372036854775808
            10 ** 20 // 3            => 33333333333333333333
            -(10 ** 20) % 7          => 5
            10 ** 20 / 3             => 3.333333333333333e+19
            10 ** 400 / 10 ** 399    => 10.0
            true + true              => 2
            1 + true * 2             => 3
            1 / 3                    => 0.3333333333333333
            9007199254740993 / 1     => 9007199254740992.0
            -5 // -2                 => 2
            0.1 + 0.2                => 0.30000000000000004
            1e308 * 10               => inf
            """)
    void numbers_are_calculated_with_as_in_Python(String expression, String text) {
        assertThat(rendered(expression)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            maxCharsPerColumn = 10_000,
            textBlock =
                    """
            'ab' * 3         => ababab
            3 * 'ab'         => ababab
            'ab' + 'c'       => abc
            [1] + [2]        => [1, 2]
            (1,) + (2,)      => (1, 2)
            [0] * 3          => [0, 0, 0]
            (1, 2) * 2       => (1, 2, 1, 2)
            [1] * -1         => []
            '<' + ('<'|safe) => &lt;<
            ('<b>'|safe) * 2 => <b><b>
            1 ~ 'a' ~ none   => 1aNone
            """)
    void strings_and_lists_are_joined_and_repeated(String expression, String text) {
        assertThat(rendered(expression)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            maxCharsPerColumn = 10_000,
            textBlock =
                    """
            1 == 1.0                                   => True
            1 == true                                  => True
            '1' == 1                                   => False
            9007199254740993 == 9007199254740992.0     => False
            9007199254740993 > 9007199254740992.0      => True
            10 ** 400 > 1e308                          => True
            [1, 2] < [1, 3]                            => True
            [1] < [1, 0]                               => True
            (1, 'a') < (1, 'b')                        => True
            'Z' < 'a'                                  => True
            '\\uffff' < '😀'                             => True
            [1] == (1,)                                => False
            {'a': 1, 'b': [2]} == {'b': [2], 'a': 1.0} => True
            none == missing                            => False
            missing == other                           => True
            range(3) == range(0, 3, 1)                 => True
            1 < 2 < 3                                  => True
            """)
    void comparisons_are_exact_and_by_code_point(String expression, String text) {
        assertThat(rendered(expression)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            maxCharsPerColumn = 10_000,
            textBlock =
                    """
            2 in [1, 2]                  => True
            'b' in 'abc'                 => True
            '' in 'abc'                  => True
            'a' in {'a': 1}              => True
            1.0 in {1: 2}                => True
            3 in range(0, 9, 3)          => True
            4 in range(0, 9, 3)          => False
            1 in missing                 => False
            ('a', 1) in {'a': 1}.items() => True
            2 not in (1, 3)              => True
            'A' in ['a']|map('upper')    => True
            """)
    void in_looks_into_everything_that_has_elements(String expression, String text) {
        assertThat(rendered(expression)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            maxCharsPerColumn = 10_000,
            textBlock =
                    """
            not 0                => True
            not 0.0              => True
            not ''               => True
            not []               => True
            not {}               => True
            not ()               => True
            not range(0)         => True
            not missing          => True
            not none             => True
            not 'False'          => False
            not [0]              => False
            not {'a': 1}.items() => False
            """)
    void truth_is_that_of_Python(String expression, String text) {
        assertThat(rendered(expression)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 + 'a'",
                "'a' + 1",
                "[1] + (1,)",
                "none + 1",
                "missing + 1",
                "1 / 0",
                "1 // 0",
                "1 % 0",
                "1.0 / 0",
                "0 ** -1",
                "'a' * 'b'",
                "'a' * 1.5",
                "1 < 'a'",
                "[1] < [none]",
                "{} < {}",
                "1 in 'abc'",
                "1 in 5",
                "[1] in {'a': 1}",
                "-'a'",
                "10.0 ** 400",
                "2 ** 30000 % none"
            })
    void what_Python_refuses_is_refused(String expression) {
        assertThatThrownBy(() -> rendered(expression)).isInstanceOf(TemplateException.class);
    }

    private static String rendered(String expression) {
        return Template.parse("{{ " + expression + " }}").render(Map.of());
    }
}
