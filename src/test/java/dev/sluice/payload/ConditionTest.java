package dev.sluice.payload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ConditionTest {
    @Test
    void in_and_asks_whether_all_wanted_values_are_there_in_any_order_and_number() {
        assertThat(meets(List.of("b", "a", "a", "c"), "in_and", List.of("a", "b", "b")))
                .isTrue();
        assertThat(meets(List.of("a"), "in_and", List.of("a", "b"))).isFalse();
        assertThat(meets(List.of("a"), "in_and", List.of())).isTrue();
        assertThat(meets(List.of("a"), "in_and", "a")).isFalse();
    }

    @Test
    void not_in_and_asks_whether_any_wanted_value_is_missing() {
        assertThat(meets(List.of("b", "a"), "not_in_and", List.of("a", "b"))).isFalse();
        assertThat(meets(List.of("a"), "not_in_and", List.of("a", "b"))).isTrue();
        assertThat(meets("a", "not_in_and", List.of("b"))).isFalse();
    }

    @Test
    void one_of_many_values_is_found_as_loose_comparison_finds_it() {
        List<Object> samples = Arrays.asList(
                null,
                true,
                false,
                0L,
                1L,
                10L,
                -0.0,
                1.5,
                9007199254740992.0,
                9007199254740993L,
                "",
                "0",
                "1",
                "10",
                "1e1",
                "010",
                " 10",
                "10 ",
                "-0",
                "abc",
                "ABC",
                "1.50",
                "9007199254740993",
                "9007199254740992",
                "1e400",
                "1e401",
                List.of(),
                List.of("a"),
                Fields.of("a", 1L));
        for (Object wanted : samples) {
            for (Object there : samples) {
                List<Object> one = new ArrayList<>();
                one.add(there);
                List<Object> several = new ArrayList<>();
                several.add("else");
                several.add(wanted);
                boolean expected = LooseComparison.equal(there, wanted) || LooseComparison.equal(there, "else");
                assertThat(meets(one, "in_or", several))
                        .as("%s in_or %s", Json.write(there), Json.write(wanted))
                        .isEqualTo(expected);
                assertThat(meets(one, "not_in_or", several)).isEqualTo(!expected);
            }
        }
    }

    @Test
    void a_hundred_thousand_values_are_looked_up_among_as_many() {
        List<Object> wanted = new ArrayList<>();
        List<Object> there = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            wanted.add(i % 2 == 0 ? "wanted" + i : Integer.toString(i));
            there.add(i % 2 == 0 ? "there" + i : Integer.toString(-i));
        }

        assertThat(meets(there, "in_or", wanted)).isFalse();
        assertThat(meets(wanted, "in_and", wanted)).isTrue();
    }

    @Test
    void an_unknown_operator_is_never_met() {
        assertThat(meets(List.of("a"), "contains", "a")).isFalse();
        assertThat(meets(List.of("a"), "any_value", "a")).isFalse();
        assertThat(meets(List.of("a"), null, "a")).isFalse();
    }

    private static boolean meets(Object data, String operator, Object value) {
        return Condition.of(operator, value).test(data);
    }
}
