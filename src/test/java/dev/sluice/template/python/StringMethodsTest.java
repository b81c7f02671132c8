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

/** The methods of strings. What is expected came from Python 3.11 and Jinja2. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StringMethodsTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            maxCharsPerColumn = 10_000,
            textBlock =
                    """
            'straße'.upper()           => STRASSE
            'ǅ'.title()                => ǅ
            'İ'.lower()|length         => 2
            'ΑΣ'.lower()               => ας
            'ßa ßb'.title()            => Ssa Ssb
            'ﬁne'.capitalize()         => Fine
            "they're bill's".title()   => They'Re Bill'S
            'aBc'.swapcase()           => AbC
            'ß'.casefold()             => ss
            'hELLO wORLD'.capitalize() => Hello world
            """)
    void case_changes_as_in_Python(String expression, String text) {
        assertThat(rendered(expression)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            maxCharsPerColumn = 10_000,
            textBlock =
                    """
            '²'.isdigit()        => True
            '²'.isdecimal()      => False
            '½'.isnumeric()      => True
            '一'.isnumeric()      => True
            '٣'.isdecimal()      => True
            ''.isalpha()         => False
            'aé'.isalpha()       => True
            'a1_'.isalnum()      => False
            ' \\t'.isspace()      => True
            'Ab Cd'.istitle()    => True
            'AB1'.isupper()      => True
            'ab1'.islower()      => True
            '1'.islower()        => False
            'a_1'.isidentifier() => True
            '1a'.isidentifier()  => False
            'a\\n'.isprintable()  => False
            'é'.isascii()        => False
            """)
    void kinds_of_characters_are_told_apart(String expression, String text) {
        assertThat(rendered(expression)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            maxCharsPerColumn = 10_000,
            textBlock =
                    """
            'a b  c'.split()                   => ['a', 'b', 'c']
            ' a  b '.split(' ')                => ['', 'a', '', 'b', '']
            'a,b,c'.split(',', 1)              => ['a', 'b,c']
            'a,b,c'.rsplit(',', 1)             => ['a,b', 'c']
            ' a b c '.split(none, 1)           => ['a', 'b c ']
            ' a b c '.rsplit(none, 1)          => [' a b', 'c']
            'a b\\u2028c'.split()               => ['a', 'b', 'c']
            'a\\nb\\r\\nc\\x1cd\\n'.splitlines()    => ['a', 'b', 'c', 'd']
            'a\\nb'.splitlines(true)            => ['a\\n', 'b']
            'a=b=c'.partition('=')             => ('a', '=', 'b=c')
            'a=b=c'.rpartition('=')            => ('a=b', '=', 'c')
            'abc'.partition('x')               => ('abc', '', '')
            'abc'.rpartition('x')              => ('', '', 'abc')
            'aXbXc'.split(sep='X', maxsplit=1) => ['a', 'bXc']
            """)
    void splitting(String expression, String text) {
        assertThat(rendered(expression)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            maxCharsPerColumn = 10_000,
            textBlock =
                    """
            'hello'.find('l')            => 2
            'hello'.rfind('l')           => 3
            'hello'.find('l', -2)        => 3
            'hello'.find('x')            => -1
            '😀ab'.find('b')              => 2
            'hello'.index('e')           => 1
            'banana'.count('an')         => 2
            'abc'.count('')              => 4
            'abc'.count('', 4)           => 0
            'aaa'.count('aa')            => 1
            'abc'.startswith(('x', 'a')) => True
            'abc'.startswith('b', 1)     => True
            'abc'.endswith('b', 0, 2)    => True
            'aXbX'.replace('X', '-', 1)  => a-bX
            'abc'.replace('', '-')       => -a-b-c-
            'abc'.replace('', '-', 2)    => -a-bc
            'unhappy'.removeprefix('un') => happy
            'a.txt'.removesuffix('.txt') => a
            """)
    void finding_and_replacing(String expression, String text) {
        assertThat(rendered(expression)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            maxCharsPerColumn = 10_000,
            textBlock =
                    """
            'a'.center(4, '*')                            => *a**
            'ab'.center(5, '*')                           => **ab*
            'a'.ljust(3, '-')                             => a--
            'a'.rjust(3, '-')                             => --a
            '😀'.rjust(3, '-')                             => --😀
            '-5'.zfill(4)                                 => -005
            '+x'.zfill(4)                                 => +00x
            'xxaxx'.strip('x')                            => a
            'xyaxy'.lstrip('xy')                          => axy
            'abcc'.rstrip('c')                            => ab
            'a\\tb'.expandtabs(4)                          => a   b
            ','.join(['a', 'b'])                          => a,b
            '-'.join('abc')                               => a-b-c
            'abc'.translate({97: 'x', 98: none, 99: 100}) => xd
            """)
    void filling_up_and_stripping(String expression, String text) {
        assertThat(rendered(expression)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            maxCharsPerColumn = 10_000,
            textBlock =
                    """
            ('<b>'|safe).replace('b', '<')         => <&lt;>
            ('a<'|safe).join(['<', '>'|safe])      => &lt;a<>
            ('<{}>'|safe).format('<')              => <&lt;>
            ('<%s>'|safe) % '<'                    => <&lt;>
            ('<a>'|safe).upper() is escaped        => True
            ('a b'|safe).split()                   => [Markup('a'), Markup('b')]
            ('<a>'|safe).center(5, '*') is escaped => True
            """)
    void methods_of_markup_escape_their_arguments(String expression, String text) {
        assertThat(rendered(expression)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'a'.upper(1)",
                "'a'.split('')",
                "'a'.index('x')",
                "'a'.center()",
                "'a'.center('x')",
                "'a'.center(5, 'ab')",
                "'a'.join([1])",
                "'a'.replace('a')",
                "'a'.replace('a', 1)",
                "'a'.startswith(1)",
                "'a'.split(foo=1)",
                "'a'.find()"
            })
    void wrong_arguments_are_refused(String expression) {
        assertThatThrownBy(() -> rendered(expression)).isInstanceOf(TemplateException.class);
    }

    private static String rendered(String expression) {
        return Template.parse("{{ " + expression + " }}").render(Map.of());
    }
}
