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

/** Filters of numbers. What is expected came from Python 3.11 and Jinja2. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NumberFiltersTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            maxCharsPerColumn = 10_000,
            textBlock =
                    """
            '42'|int           => 42
            ' 42 '|int         => 42
            '4.9'|int          => 4
            '-0x1f'|int(0, 16) => -31
            '0b11'|int(base=0) => 3
            'z'|int(5)         => 5
            '1_000'|int        => 1000
            '٣'|int            => 3
            none|int           => 0
            []|int(7)          => 7
            4.9|int            => 4
            -4.9|int           => -4
            true|int           => 1
            1e20|int           => 100000000000000000000
            '1e3'|int          => 1000
            ''|int             => 0
            '12'|int(base=8)   => 10
            """)
    void int_takes_what_it_can(String expression, String text) {
        assertThat(rendered(expression)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            maxCharsPerColumn = 10_000,
            textBlock =
                    """
            '3.5'|float     => 3.5
            'x'|float       => 0.0
            'x'|float(1.5)  => 1.5
            3|float         => 3.0
            '1e400'|float   => inf
            'nan'|float     => nan
            none|float      => 0.0
            ' 1_0.5 '|float => 10.5
            """)
    void float_takes_what_it_can(String expression, String text) {
        assertThat(rendered(expression)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            maxCharsPerColumn = 10_000,
            textBlock =
                    """
            2.5|round                => 2.0
            3.5|round                => 4.0
            0.125|round(2)           => 0.12
            2.675|round(2)           => 2.67
            -2.5|round               => -2.0
            1234.5678|round(-2)      => 1200.0
            15|round(-1)             => 20
            25|round(-1)             => 20
            2.1|round(0, 'ceil')     => 3.0
            2.9|round(0, 'floor')    => 2.0
            1.234|round(2, 'ceil')   => 1.24
            -1.235|round(2, 'floor') => -1.24
            42|round                 => 42
            42|round(1, 'floor')     => 42.0
            true|round               => 1
            1e300|round(2)           => 1e+300
            -0.4|round               => -0.0
            """)
    void round_is_half_to_even_on_the_binary_value(String expression, String text) {
        assertThat(rendered(expression)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            maxCharsPerColumn = 10_000,
            textBlock =
                    """
            0|filesizeformat          => 0 Bytes
            1|filesizeformat          => 1 Byte
            999|filesizeformat        => 999 Bytes
            1000|filesizeformat       => 1.0 kB
            1023|filesizeformat(true) => 1023 Bytes
            1024|filesizeformat(true) => 1.0 KiB
            123456789|filesizeformat  => 123.5 MB
            1e9|filesizeformat        => 1.0 GB
            '5000'|filesizeformat     => 5.0 kB
            10 ** 30|int              => 1000000000000000000000000000000
            (10 ** 28)|filesizeformat => 10000.0 YB
            999999|filesizeformat     => 1000.0 kB
            -5|filesizeformat         => -5 Bytes
            """)
    void sizes_of_files(String expression, String text) {
        assertThat(rendered(expression)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            maxCharsPerColumn = 10_000,
            textBlock =
                    """
            -5|abs                         => 5
            (-5)|abs                       => 5
            (-2.5)|abs                     => 2.5
            true|abs                       => 1
            (-9223372036854775807 - 1)|abs => 9223372036854775808
            """)
    void absolute_values(String expression, String text) {
        assertThat(rendered(expression)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'a'|abs",
                "missing|int",
                "missing|float",
                "'a'|round",
                "missing|round",
                "1|round(0, 'up')",
                "'x'|filesizeformat",
                "none|filesizeformat",
                "(1e308 * 10 + one)|int"
            })
    void what_is_no_number_is_refused(String expression) {
        assertThatThrownBy(() -> rendered(expression)).isInstanceOf(TemplateException.class);
    }

    private static String rendered(String expression) {
        return Template.parse("{{ " + expression + " }}").render(Map.of());
    }
}
