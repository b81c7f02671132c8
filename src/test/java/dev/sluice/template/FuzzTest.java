package dev.sluice.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.payload.Fields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever the source and the data, the answer is text or a template error, in little more than the second that is
 * allowed. What is tried follows from the number of the round, so that a failure comes again.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(60)
class FuzzTest {
    private static final String[] PIECES = {
        "{{",
        "}}",
        "{%",
        "%}",
        "{#",
        "#}",
        "{%-",
        "-%}",
        "for",
        "x",
        "in",
        "endfor",
        "if",
        "elif",
        "else",
        "endif",
        "set",
        "macro",
        "endmacro",
        "call",
        "endcall",
        "filter",
        "endfilter",
        "with",
        "endwith",
        "raw",
        "endraw",
        "block",
        "endblock",
        "autoescape",
        "endautoescape",
        "recursive",
        "loop",
        "loop.index",
        "caller()",
        "Event",
        "words",
        "big",
        ".",
        "[",
        "]",
        "(",
        ")",
        ",",
        ":",
        "|",
        "~",
        "+",
        "-",
        "*",
        "**",
        "/",
        "//",
        "%",
        "==",
        "!=",
        "<",
        ">",
        "=",
        "is",
        "not",
        "and",
        "or",
        "none",
        "true",
        "1",
        "0",
        "-1",
        "1e308",
        "99999999999999999999",
        "'a'",
        "\"%s\"",
        "'{0:>99}'",
        "'\\",
        "range",
        "namespace",
        "dict",
        "upper",
        "join",
        "map",
        "list",
        "sort",
        "sum",
        "batch",
        "center",
        "format",
        "replace",
        "tojson",
        "indent",
        "groupby",
        "attr",
        "default",
        "defined",
        "divisibleby",
        "\n",
        " ",
        "\uD83D\uDE00",
        "é",
        "\u0000",
        "10**9",
        "'a'*10**9",
        "range(10**5)",
        "x.append(x)"
    };

    private static final String[] PARTS = {
        "1",
        "0",
        "-7",
        "2.5",
        "1e308",
        "''",
        "'a'",
        "'%s %5d'",
        "'{:>9}{}'",
        "true",
        "none",
        "nosuch",
        "Event",
        "words",
        "big",
        "deep",
        "[1, 'b', none]",
        "{'k': [1]}",
        "(1,)",
        "range(9)",
        "words|map('upper')"
    };
    private static final String[] OPERATORS = {
        "+", "-", "*", "/", "//", "%", "**", "~", "==", "<", ">=", "in", "not in", "and", "or"
    };
    private static final String[] FILTERS = {
        "abs",
        "batch(2)",
        "capitalize",
        "center(99)",
        "default('d')",
        "dictsort",
        "escape",
        "filesizeformat",
        "first",
        "float",
        "forceescape",
        "format(1)",
        "groupby('k')",
        "indent(3)",
        "int",
        "items",
        "join('-')",
        "last",
        "length",
        "list",
        "lower",
        "map('string')",
        "max",
        "min",
        "pprint",
        "random",
        "reject",
        "replace('a', 'bb')",
        "reverse",
        "round(2)",
        "safe",
        "select('odd')",
        "selectattr('k')",
        "slice(3)",
        "sort",
        "string",
        "striptags",
        "sum",
        "title",
        "tojson",
        "trim",
        "truncate(9)",
        "unique",
        "upper",
        "urlencode",
        "urlize",
        "wordcount",
        "wordwrap(5)",
        "xmlattr"
    };

    @RepeatedTest(150)
    void pieces_in_any_order_are_text_or_a_template_error(RepetitionInfo round) {
        Random random = new Random(round.getCurrentRepetition());
        for (int i = 0; i < 50; i++) {
            StringBuilder source = new StringBuilder();
            for (int n = random.nextInt(40); n > 0; n--) {
                source.append(PIECES[random.nextInt(PIECES.length)]).append(random.nextInt(3) == 0 ? "" : " ");
            }
            settle(source.toString());
        }
    }

    @RepeatedTest(80)
    void expressions_that_parse_are_text_or_a_template_error(RepetitionInfo round) {
        Random random = new Random(-round.getCurrentRepetition());
        for (int i = 0; i < 50; i++) {
            String value = expression(random, 4);
            settle("{{ " + value + " }}{% for x in " + expression(random, 2) + " %}{{ x }}{% endfor %}");
        }
    }

    private static String expression(Random random, int depth) {
        if (depth == 0) {
            return PARTS[random.nextInt(PARTS.length)];
        }
        String inner = expression(random, depth - 1);
        return switch (random.nextInt(4)) {
            case 0 ->
                "(" + inner + " " + OPERATORS[random.nextInt(OPERATORS.length)] + " " + expression(random, depth - 1)
                        + ")";
            case 1, 2 -> "(" + inner + ")|" + FILTERS[random.nextInt(FILTERS.length)];
            default -> "[" + inner + ", " + expression(random, depth - 1) + "][0:" + random.nextInt(3) + "]";
        };
    }

    private static void settle(String source) {
        long begun = System.nanoTime();
        try {
            assertThat(Template.parse(source).render(DATA)).isNotNull();
        } catch (TemplateException e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("a reason of its engine");
            assertThat(e.line()).isPositive();
            assertThat(e.column()).isPositive();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).as(source).isLessThan(Duration.ofSeconds(20));
    }

    private static final Map<String, Object> DATA = data();

    private static Map<String, Object> data() {
        List<Object> big = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            big.add(Fields.of("k", (long) (i % 7), "name", "n" + i));
        }
        Object deep = "end";
        for (int i = 0; i < 1_000; i++) {
            deep = i % 2 == 0 ? List.of(deep) : Fields.of("d", deep);
        }
        return Fields.of(
                "Event",
                Fields.of("info", "{{ x }}", "Tag", List.of(Fields.of("k", "v"))),
                "words",
                List.of("beta", "Alpha", "\uD83D\uDE00"),
                "big",
                big,
                "deep",
                deep);
    }
}
