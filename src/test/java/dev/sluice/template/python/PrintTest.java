package dev.sluice.template.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.template.Template;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How values look as text. What is expected came from Python 3.11 and Jinja2. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PrintTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            maxCharsPerColumn = 10_000,
            textBlock =
                    """
            true                   => True
            none                   => None
            1                      => 1
            -0.0                   => -0.0
            1.0                    => 1.0
            1e16                   => 1e+16
            1e15                   => 1000000000000000.0
            123456789012345680.0   => 1.2345678901234568e+17
            1e22                   => 1e+22
            0.0001                 => 0.0001
            0.00001                => 1e-05
            1e-7                   => 1e-07
            5e-324                 => 5e-324
            0.1 + 0.2              => 0.30000000000000004
            2e-44                  => 2e-44
            2.0E-3                 => 0.002
            1.7976931348623157e308 => 1.7976931348623157e+308
            9007199254740993.0     => 9007199254740992.0
            10 ** 30               => 1000000000000000000000000000000
            1e308 * 10             => inf
            -(1e308 * 10)          => -inf
            """)
    void constants_and_numbers_print_as_in_Python(String expression, String text) {
        assertThat(rendered(expression)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            maxCharsPerColumn = 10_000,
            textBlock =
                    """
            (1,)                 => (1,)
            ()                   => ()
            {'a': none, 1: true} => {'a': None, 1: True}
            [1.0, (2, [3])]      => [1.0, (2, [3])]
            ['\\n\\t\\\\']           => ['\\n\\t\\\\']
            ['\\x7f\\xa0\\u200b']   => ['\\x7f\\xa0\\u200b']
            ['é😀']               => ['é😀']
            [missing]            => [Undefined]
            ['<i>'|safe]         => [Markup('<i>')]
            {'a': 1}.items()     => dict_items([('a', 1)])
            {'a': 1}.keys()      => dict_keys(['a'])
            {'a': 1}.values()    => dict_values([1])
            range(3)             => range(0, 3)
            range(1, 9, 2)       => range(1, 9, 2)
            """)
    void containers_print_their_elements_quoted_where_Python_does(String expression, String text) {
        assertThat(rendered(expression)).isEqualTo(text);
    }

    private static String rendered(String expression) {
        return Template.parse("{{ " + expression + " }}").render(Map.of());
    }
}
