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

/** Filters of text. What is expected came from Python 3.11 and Jinja2. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TextFiltersTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            maxCharsPerColumn = 10_000,
            textBlock =
                    """
            'hello-world (foo) [bar]'|title => Hello-World (Foo) [Bar]
            'ABC'|capitalize                => Abc
            5|upper                         => 5
            none|lower                      => none
            'a b_c d-e'|wordcount           => 4
            'it\\'s'|title                   => It's
            ' x '|trim                      => x
            'xxaxx'|trim('x')               => a
            ('<b>'|safe)|upper is escaped   => True
            """)
    void case_and_words(String expression, String text) {
        assertThat(rendered(expression)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            maxCharsPerColumn = 10_000,
            textBlock =
                    """
            'aaa'|replace('a', 'b')    => bbb
            'aaa'|replace('a', 'b', 2) => bba
            1213|replace(1, 'x')       => x2x3
            '%s-%s'|format(1, 2)       => 1-2
            '%(a)s'|format(a=3)        => 3
            '%d%%'|format(50)          => 50%
            """)
    void replace_and_format(String expression, String text) {
        assertThat(rendered(expression)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            maxCharsPerColumn = 10_000,
            textBlock =
                    """
            'The quick brown fox'|truncate(9)             => The...
            'The quick brown fox'|truncate(14)            => The quick brown fox
            'The quick brown fox'|truncate(9, true)       => The qu...
            'The quick brown fox'|truncate(9, false, '…') => The…
            'The quick brown fox'|truncate(9, leeway=0)   => The...
            'abcdefghijklmnop'|truncate(5)                => ab...
            'abc def'|truncate(5)                         => abc def
            'a'|center(5)|length                          => 5
            """)
    void truncate_leaves_a_little_leeway(String expression, String text) {
        assertThat(rendered(expression)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            maxCharsPerColumn = 10_000,
            textBlock =
                    """
            'a\\n\\nb'|indent|list|length                         => 8
            'a\\nb'|indent('> ')|replace('\\n', '|')              => a|> b
            'a\\n\\nb'|indent(2, blank=true)|replace('\\n', '|')   => a|  |  b
            'a b c d'|wordwrap(3)|replace('\\n', '|')            => a b|c d
            'abcdefgh ij'|wordwrap(3)|replace('\\n', '|')        => abc|def|gh|ij
            'abcdefgh ij'|wordwrap(3, false)|replace('\\n', '|') => abcdefgh|ij
            'well-known thing'|wordwrap(6)|replace('\\n', '|')   => well-|known|thing
            'well-known thing'|wordwrap(6, break_on_hyphens=false)|replace('\\n', '|') => well-k|nown|thing
            'a b\\nc d'|wordwrap(1, wrapstring='/')              => a/b/c/d
            """)
    void indent_and_wrap(String expression, String text) {
        assertThat(rendered(expression)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            maxCharsPerColumn = 10_000,
            textBlock =
                    """
            '<p>a <b>b</b>\\n c</p>'|striptags                      => a b c
            '<!-- x > y -->z'|striptags                            => z
            'a < b'|striptags                                      => a < b
            '&lt;b&gt; &amp; &eacute; &#39;&#x41;&#128;'|striptags => <b> & é 'A€
            '&notit; &copy &bogus; &hearts;'|striptags             => ¬it; © &bogus; ♥
            """)
    void tags_go_and_entities_are_read(String expression, String text) {
        assertThat(rendered(expression)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'abc'|truncate(2)",
                "5|truncate",
                "5|indent",
                "missing|indent",
                "'a'|wordwrap(0)",
                "'a'|replace('b')",
                "'%s %s'|format(1, a=2)",
                "'a'|upper(1)",
                "'a'|center('x')"
            })
    void wrong_arguments_are_refused(String expression) {
        assertThatThrownBy(() -> rendered(expression)).isInstanceOf(TemplateException.class);
    }

    private static String rendered(String expression) {
        return Template.parse("{{ " + expression + " }}").render(Map.of());
    }
}
