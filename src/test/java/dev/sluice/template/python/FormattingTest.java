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

/** Formatting with percent signs and with braces. What is expected came from Python 3.11 and Jinja2. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FormattingTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            maxCharsPerColumn = 10_000,
            textBlock =
                    """
            '|%5d|%-5d|%05d' % (42, 42, 42)                       => |   42|42   |00042
            '%+d % d|' % (5, 5)                                   => +5  5|
            '%x %X %o %#x %#o' % (255, 255, 8, 255, 8)            => ff FF 10 0xff 0o10
            '%e %E %g %G' % (12345.678, 12345.678, 0.00001, 1e20) => 1.234568e+04 1.234568E+04 1e-05 1E+20
            '%.0f %.0f %.0f' % (0.5, 1.5, 2.5)                    => 0 2 2
            '%.2f' % 2.675                                        => 2.67
            '%.3s|' % 'abcdef'                                    => abc|
            '%r %s %a' % ('é', 'é', 'é')                          => 'é' é '\\xe9'
            '%c%c' % ('a', 98)                                    => ab
            '|%*d|%.*f' % (5, 1, 2, 3.14159)                      => |    1|3.14
            '%(a)s-%(b)d' % {'a': 1, 'b': 2.9}                    => 1-2
            '100%%' % ()                                          => 100%
            '%d' % 3.99                                           => 3
            '%s' % [1]                                            => [1]
            '%s' % none                                           => None
            '|%5.1f|%-8.2e|' % (3.14159, 31415.9)                 => |  3.1|3.14e+04|
            '%#.3g' % 1.0                                         => 1.00
            '%.50f' % 0.1                                         => 0.10000000000000000555111512312578270211815834045410
            '%g' % 100000                                         => 100000
            '%g' % 1000000                                        => 1e+06
            '%i' % true                                           => 1
            '%.3d' % 7                                            => 007
            '%f' % (1e308 * 10)                                   => inf
            """)
    void percent_formats_are_those_of_C(String expression, String text) {
        assertThat(rendered(expression)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            maxCharsPerColumn = 10_000,
            textBlock =
                    """
            '{} {}'.format(1, 2)                                   => 1 2
            '{1} {0}'.format(1, 2)                                 => 2 1
            '{a} {b[c]} {d.e}'.format(a=1, b={'c': 2}, d={'e': 3}) => 1 2 3
            '{0[1]}'.format([1, 2])                                => 2
            '{{}}'.format()                                        => {}
            '{!r} {!s} {!a}'.format('é', 'é', 'é')                 => 'é' é '\\xe9'
            '|{:>{}}|'.format('a', 4)                              => |   a|
            '{:{w}.{p}f}'.format(3.14159, w=8, p=2)|trim           => 3.14
            '{a}'.format_map({'a': 1})                             => 1
            '{0.missing}|'.format(1)                               => |
            '{0.__class__}|'.format(1)                             => |
            """)
    void braces_take_positions_names_and_paths(String expression, String text) {
        assertThat(rendered(expression)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            maxCharsPerColumn = 10_000,
            textBlock =
                    """
            '{:,} {:_}'.format(1234567, 1234567)             => 1,234,567 1_234_567
            '{:+d} {: d}|{:-d}'.format(1, 1, 1)              => +1  1|1
            '{:08.3f} {:=+8d} {:*^9}'.format(3.14159, 42, 7) => 0003.142 +     42 ****7****
            '{:x} {:X} {:#x} {:#b} {:o} {:c}'.format(255, 255, 255, 5, 8, 97) => ff FF 0xff 0b101 10 a
            '{:_x}'.format(123456789)                        => 75b_cd15
            '{:.2%} {:%}'.format(0.1234, 0.5)                => 12.34% 50.000000%
            '{:e} {:.0e} {:g} {:G}'.format(12345.678, 12345.678, 1e-5, 1e20) => 1.234568e+04 1e+04 1e-05 1E+20
            '{:.3} {:.0f} {:.1f}'.format(1234.5, 0.5, 0.25)  => 1.23e+03 0 0.2
            '{:,.2f} {:012,}'.format(1234567.891, 1234567)   => 1,234,567.89 0,001,234,567
            '|{:5}|{:<5}|{:^5}|'.format(true, 1, 2)          => |    1|1    |  2  |
            '{:n} {:d}'.format(1000, true)                   => 1000 1
            """)
    void format_specs_of_numbers(String expression, String text) {
        assertThat(rendered(expression)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            maxCharsPerColumn = 10_000,
            textBlock =
                    """
            '{:5}|{:>5}|{:^5}|{:*<5}'.format('a', 'b', 'c', 'd') => a    |    b|  c  |d****
            '{:.2}|{:05}|{:s}'.format('abc', 'a', 'x')           => ab|a0000|x
            '{:😀>3}'.format('a')                                 => 😀😀a
            """)
    void format_specs_of_strings(String expression, String text) {
        assertThat(rendered(expression)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'%d' % 'a'",
                "'%s %s' % 1",
                "'%s' % (1, 2)",
                "'%q' % 1",
                "'%' % 1",
                "'%(a)s' % 1",
                "'%(a)s' % {}",
                "'%x' % 1.5",
                "'%c' % 'ab'",
                "'{'.format()",
                "'}'.format()",
                "'{}'.format()",
                "'{a}'.format()",
                "'{} {0}'.format(1)",
                "'{:d}'.format('a')",
                "'{:s}'.format(1)",
                "'{:.2d}'.format(1)",
                "'{:5}'.format([1])",
                "'{:5}'.format(none)",
                "'{!x}'.format(1)",
                "'{0!}'.format(1)",
                "'{:q}'.format(1)",
                "'{:,x}'.format(1)"
            })
    void bad_formats_are_refused(String expression) {
        assertThatThrownBy(() -> rendered(expression)).isInstanceOf(TemplateException.class);
    }

    private static String rendered(String expression) {
        return Template.parse("{{ " + expression + " }}").render(Map.of());
    }
}
