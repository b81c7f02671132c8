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

/** Filters into HTML, JSON and URLs. What is expected came from Python 3.11 and Jinja2. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EncodingFiltersTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            maxCharsPerColumn = 10_000,
            textBlock =
                    """
            {'b': 1, 'a': [true, none, 1.0]}|tojson    => {"a": [true, null, 1.0], "b": 1}
            '<&>\\''|tojson                             => "\\u003c\\u0026\\u003e\\u0027"
            'é😀\\x7f"\\\\\\n'|tojson                       => "\\u00e9\\ud83d\\ude00\\u007f\\"\\\\\\n"
            []|tojson                                  => []
            {}|tojson                                  => {}
            [{}]|tojson                                => [{}]
            {1: 2, 10: 3}|tojson                       => {"1": 2, "10": 3}
            {none: 1}|tojson                           => {"null": 1}
            {true: 1}|tojson                           => {"true": 1}
            (1, 2)|tojson                              => [1, 2]
            (1e308 * 10)|tojson                        => Infinity
            [1, {'a': 2}]|tojson(1)|replace('\\n', '|') => [| 1,| {|  "a": 2| }|]
            []|tojson(2)                               => []
            {'a': 1}|tojson is escaped                 => True
            1e16|tojson                                => 1e+16
            """)
    void json_is_safe_in_html_and_sorted(String expression, String text) {
        assertThat(rendered(expression)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            maxCharsPerColumn = 10_000,
            textBlock =
                    """
            '<"&\\'>'|e                                                 => &lt;&#34;&amp;&#39;&gt;
            ('<b>'|safe)|e                                             => <b>
            ('<b>'|safe)|forceescape                                   => &lt;b&gt;
            5|escape                                                   => 5
            [1, '<']|e                                                 => [1, &#39;&lt;&#39;]
            {'a': '<', 'b': none, 'c': missing, 'd': 1}|xmlattr(false) => a="&lt;" d="1"
            {'a': 1}|xmlattr|length                                    => 6
            """)
    void html_is_escaped_once(String expression, String text) {
        assertThat(rendered(expression)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            maxCharsPerColumn = 10_000,
            textBlock =
                    """
            'a b/c?d=é&~'|urlencode           => a%20b/c%3Fd%3D%C3%A9%26~
            {'a b': 'c/d', 'e': 1}|urlencode  => a+b=c%2Fd&e=1
            [('a', 1), ('b', none)]|urlencode => a=1&b=None
            5|urlencode                       => 5
            '' ~ ({}|urlencode) ~ '|'         => |
            """)
    void urls_are_quoted(String expression, String text) {
        assertThat(rendered(expression)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            maxCharsPerColumn = 10_000,
            textBlock =
                    """
            'see http://a.b/c?d=1&e=2.'|urlize         => see http://a.b/c?d=1&amp;e=2.
            '(www.example.com)'|urlize                 => (<a href="https://www.example.com" rel="noopener">www.example.com</a>)
            'example.org a@b.co mailto:x@y.zz'|urlize  => <a href="https://example.org" rel="noopener">example.org</a> <a href="mailto:a@b.co">a@b.co</a> <a href="mailto:x@y.zz">x@y.zz</a>
            'http://a.com/(x)'|urlize                  => <a href="http://a.com/(x)" rel="noopener">http://a.com/(x)</a>
            'https://example.com/very/long'|urlize(15) => <a href="https://example.com/very/long" rel="noopener">https://example...</a>
            'http://a.com'|urlize(nofollow=true, target='_blank', rel='me') => <a href="http://a.com" rel="me nofollow noopener" target="_blank">http://a.com</a>
            'tel:123'|urlize(extra_schemes=['tel:'])   => <a href="tel:123" rel="noopener">tel:123</a>
            '<http://a.com>'|urlize                    => &lt;<a href="http://a.com" rel="noopener">http://a.com</a>&gt;
            'http://10.0.0.1:80/x example.xyz'|urlize  => <a href="http://10.0.0.1:80/x" rel="noopener">http://10.0.0.1:80/x</a> example.xyz
            """)
    void addresses_become_links(String expression, String text) {
        assertThat(rendered(expression)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "missing|tojson",
                "{(1,): 2}|tojson",
                "{1: 2, 'a': 3}|tojson",
                "range(3)|tojson",
                "[1]|xmlattr",
                "[1]|urlencode",
                "'a'|urlize(extra_schemes=['x'])"
            })
    void what_has_no_such_form_is_refused(String expression) {
        assertThatThrownBy(() -> rendered(expression)).isInstanceOf(TemplateException.class);
    }

    private static String rendered(String expression) {
        return Template.parse("{{ " + expression + " }}").render(Map.of());
    }
}
