package dev.sluice.payload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Whatever the text of a path, a regular expression or a filter, and whatever the data: a value or a sentence. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AnyPathTest {
    private static final int ROUNDS = 30_000;

    private static final String[] PIECES = {
        "a",
        "b",
        "0",
        "1",
        "01",
        "1.5",
        "{n}",
        "{s}",
        "{*}",
        "{",
        "}",
        ".",
        ".",
        "[",
        "]",
        "[a]",
        "[a=1]",
        "[a!=b]",
        "[b>=0]",
        "[a=/x/]",
        "[a=/(a+)+$/i]",
        "[b=/[^a]/u]",
        "=",
        "<",
        ">",
        "!",
        "/",
        " ",
        "\n",
        "\\",
        "é",
        "\ud83d\ude00",
        "\ud83d"
    };

    private static final String[] REGEX = {
        "a", "b", ".", "*", "+", "?", "{2}", "{1,3}", "{,2}", "(", ")", "(?:", "(?i)", "(?P<n>", "(?=", "[", "]",
                "[^a]", "-",
        "^", "$", "|", "\\", "\\d", "\\W", "\\h", "\\R", "\\x41", "\\x{e9}", "\\Q", "\\E", "\\p{L}", "\\b", "é", " ",
                "#", "/", "0"
    };

    @Test
    void whatever_the_path_and_the_data_the_answer_is_a_value_or_a_sentence() {
        Random random = new Random(42);
        for (int i = 0; i < ROUNDS; i++) {
            HashPath path = HashPath.parse(text(random, PIECES, 8));
            Object data = value(random, 4);
            Object value = value(random, 2);
            String before = Json.write(data);

            answers(path, () -> path.extract(data));
            answers(path, () -> path.values(data));
            answers(path, () -> path.get(data, "otherwise"));
            answers(path, () -> path.insert(data, value));
            answers(path, () -> path.remove(data));
            answers(path, () -> HashPath.combine(data, path.source(), "{n}.a", "{n}.b"));

            assertThat(Json.write(data)).isEqualTo(before);
        }
    }

    @Test
    void whatever_the_regular_expression_it_matches_or_tells_why_not() {
        Random random = new Random(43);
        for (int i = 0; i < ROUNDS; i++) {
            String source = "/" + text(random, REGEX, 8) + "/" + text(random, new String[] {"i", "x", "u", "m"}, 2);
            PcrePattern pattern = PcrePattern.of(source);
            boolean found = pattern.find("abaé\n b0");
            assertThat(found && pattern.problem() != null).as(source).isFalse();
        }
    }

    @Test
    void whatever_the_filter_the_answer_is_a_value_or_a_sentence() {
        Random random = new Random(44);
        List<Object> operators = new ArrayList<>(Condition.OPERATORS);
        operators.add(true);
        operators.add(null);
        for (int i = 0; i < ROUNDS; i++) {
            Fields stored = Fields.of(
                    "selector",
                    text(random, PIECES, 4),
                    "path",
                    text(random, PIECES, 3),
                    "operator",
                    operators.get(random.nextInt(operators.size())),
                    "value",
                    value(random, 2));
            Filter filter = Filter.of(stored);
            Fields data = Fields.of("a", value(random, 3), "b", value(random, 3));

            answers(stored, () -> filter.select(data));
            answers(stored, () -> DataFilters.view(DataFilters.add(data, "A", stored)));
        }
    }

    private static void answers(Object what, Supplier<Object> call) {
        try {
            Json.write(call.get());
        } catch (PayloadException e) {
            assertThat(e.getMessage()).as("%s", what).isNotBlank();
        }
    }

    private static String text(Random random, String[] pieces, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        return text.toString();
    }

    private static Object value(Random random, int depth) {
        int kind = random.nextInt(depth > 0 ? 12 : 6);
        if (kind < 6) {
            return new Object[] {null, true, 7L, 1.5, "a", "1"}[kind];
        }
        if (kind < 9) {
            List<Object> list = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                list.add(value(random, depth - 1));
            }
            return list;
        }
        Fields fields = new Fields();
        for (int i = random.nextInt(4); i > 0; i--) {
            fields.put(new String[] {"a", "b", "0", "1", "01", "é"}[random.nextInt(6)], value(random, depth - 1));
        }
        return fields;
    }
}
