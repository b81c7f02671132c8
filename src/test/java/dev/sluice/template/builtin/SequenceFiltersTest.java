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

/** Filters of lists. What is expected came from Python 3.11 and Jinja2. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SequenceFiltersTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            maxCharsPerColumn = 10_000,
            textBlock =
                    """
            [1, 2]|first                                  => 1
            'abc'|last                                    => c
            []|first is undefined                         => True
            {'a': 1}|first                                => a
            {'a': 1, 'b': 2}|last                         => b
            'é😀'|length                                   => 2
            missing|length                                => 0
            {'a': 1}|count                                => 1
            [1, 2.5]|sum                                  => 3.5
            [{'a': 1}, {'a': 2}]|sum(attribute='a')       => 3
            [[1], [2]]|sum(start=[])                      => [1, 2]
            [1]|sum(start=10)                             => 11
            missing|sum                                   => 0
            'abc'|reverse                                 => cba
            [1, 2]|reverse|list                           => [2, 1]
            range(3)|reverse|list                         => [2, 1, 0]
            {'a': 1, 'b': 2}|reverse|list                 => ['b', 'a']
            [1, none, 'x']|join                           => 1Nonex
            [1, 2]|join(', ')                             => 1, 2
            [{'a': 1}, {'a': 2}]|join('-', attribute='a') => 1-2
            'abc'|join('.')                               => a.b.c
            [1]|random                                    => 1
            'ab'|list                                     => ['a', 'b']
            {'a': 1}|list                                 => ['a']
            """)
    void ends_lengths_and_sums(String expression, String text) {
        assertThat(rendered(expression)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            maxCharsPerColumn = 10_000,
            textBlock =
                    """
            [1, 2, 3, 4, 5]|batch(2)|list   => [[1, 2], [3, 4], [5]]
            [1, 2, 3]|batch(2, 0)|list      => [[1, 2], [3, 0]]
            [1, 2, 3, 4, 5]|slice(3)|list   => [[1, 2], [3, 4], [5]]
            [1, 2, 3, 4]|slice(2, 'x')|list => [[1, 2, 'x'], [3, 4, 'x']]
            [1]|slice(3)|list               => [[1], [], []]
            []|batch(2)|list                => []
            """)
    void rows_and_columns(String expression, String text) {
        assertThat(rendered(expression)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            maxCharsPerColumn = 10_000,
            textBlock =
                    """
            ['a', 'b']|map('upper')|list                        => ['A', 'B']
            ['a', none]|map('default', 'x', true)|list          => ['a', 'x']
            [{'a': {'b': [5]}}]|map(attribute='a.b.0')|list     => [5]
            [{'a': 1}, {}]|map(attribute='a', default='-')|list => [1, '-']
            [[1, 2], [3, 4]]|map(attribute=1)|list              => [2, 4]
            range(6)|select('odd')|list                         => [1, 3, 5]
            range(6)|reject('odd')|list                         => [0, 2, 4]
            [0, 1, '']|select|list                              => [1]
            [{'a': 1}, {'a': 2}]|selectattr('a', 'gt', 1)|list  => [{'a': 2}]
            [{'a': 1}, {'b': 2}]|selectattr('a')|list           => [{'a': 1}]
            [{'a': 1}, {'b': 2}]|rejectattr('a')|list           => [{'b': 2}]
            range(9)|select('divisibleby', 3)|list              => [0, 3, 6]
            [1, 2]|map('string')|join('+')                      => 1+2
            missing|map('upper')|list                           => []
            [1, 'a']|select('string')|list                      => ['a']
            ['a', 'b']|reject('in', ['a'])|list                 => ['b']
            """)
    void map_select_and_their_like(String expression, String text) {
        assertThat(rendered(expression)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            maxCharsPerColumn = 10_000,
            textBlock =
                    """
            ['b', 'A', 'c']|sort                                => ['A', 'b', 'c']
            ['b', 'A', 'c']|sort(case_sensitive=true)           => ['A', 'b', 'c']
            ['b', 'A', 'a']|sort                                => ['A', 'a', 'b']
            [3, 1, 2]|sort(reverse=true)                        => [3, 2, 1]
            ['a', 'A', 'b']|sort(reverse=true)                  => ['b', 'a', 'A']
            [{'n': 2, 'm': 'x'}, {'n': 1, 'm': 'y'}]|sort(attribute='n')|map(attribute='m')|list => ['y', 'x']
            [{'n': 1, 'm': 'z'}, {'n': 1, 'm': 'a'}, {'n': 0, 'm': 'q'}]|sort(attribute='n,m')|map(attribute='m')|join => qaz
            'bca'|sort                                          => ['a', 'b', 'c']
            {'b': 1, 'a': 2}|sort                               => ['a', 'b']
            {'b': 1, 'A': 2}|dictsort                           => [('A', 2), ('b', 1)]
            {'b': 1, 'A': 2}|dictsort(true)                     => [('A', 2), ('b', 1)]
            {'b': 1, 'A': 2}|dictsort(by='value', reverse=true) => [('A', 2), ('b', 1)]
            ['b', 'A']|min                                      => A
            ['b', 'A']|max(case_sensitive=true)                 => b
            [{'a': 3}, {'a': 1}]|min(attribute='a')             => {'a': 1}
            []|max is undefined                                 => True
            ['a', 'A', 'b']|unique|list                         => ['a', 'b']
            ['a', 'A']|unique(true)|list                        => ['a', 'A']
            [1, 1.0, true]|unique|list                          => [1]
            [{'a': 1, 'b': 1}, {'a': 1, 'b': 2}]|unique(attribute='a')|list => [{'a': 1, 'b': 1}]
            """)
    void sorting_ignores_case_unless_told_otherwise(String expression, String text) {
        assertThat(rendered(expression)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            maxCharsPerColumn = 10_000,
            textBlock =
                    """
            [{'a': 'x', 'n': 1}, {'a': 'Y', 'n': 2}, {'a': 'X', 'n': 3}]|groupby('a') => [('x', [{'a': 'x', 'n': 1}, {'a': 'X', 'n': 3}]), ('Y', [{'a': 'Y', 'n': 2}])]
            ([{'a': 1}]|groupby('a')|first).grouper            => 1
            ([{'a': 1}]|groupby('a')|first).list               => [{'a': 1}]
            [{'a': 'x'}, {'a': 'X'}]|groupby('a', case_sensitive=true)|length => 2
            [{'a': 1}, {}]|groupby('a', default=0)             => [(0, [{}]), (1, [{'a': 1}])]
            ['ab', 'b', 'cd']|groupby('x', default='-')|length => 1
            """)
    void groups_are_pairs_with_names(String expression, String text) {
        assertThat(rendered(expression)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5|list",
                "5|length",
                "5|first",
                "([1]|map('string'))|last",
                "5|join",
                "[1, 'a']|sum",
                "['a']|sum(start='')",
                "[1, 'a']|sort",
                "[none, 1]|max",
                "[[1]]|unique|list",
                "[1]|map('nope')|list",
                "[1]|map|list",
                "[1]|map(attribute='a', other=1)|list",
                "[1]|select('nope')|list",
                "[1]|selectattr|list",
                "{'a': 1}|dictsort(by='x')",
                "[1]|dictsort",
                "[1]|slice(0)|list",
                "[{}]|groupby('a.b')",
                "[{'a': 1}, {'a': 'x'}]|groupby('a')",
                "5|reverse",
                "[1]|items|list"
            })
    void what_Python_refuses_is_refused(String expression) {
        assertThatThrownBy(() -> rendered(expression)).isInstanceOf(TemplateException.class);
    }

    private static String rendered(String expression) {
        return Template.parse("{{ " + expression + " }}").render(Map.of());
    }
}
