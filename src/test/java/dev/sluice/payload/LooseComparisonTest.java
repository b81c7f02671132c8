package dev.sluice.payload;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LooseComparisonTest {
    @ParameterizedTest(name = "{0} == {1}: {2}")
    @CsvSource(
            delimiter = '~',
            value = {
                "'\"10\"'~'\"1e1\"'~true",
                "'\"01\"'~'\"1\"'~true",
                "'\" 7\"'~'\"7 \"'~true",
                "'\"7 x\"'~'7'~false",
                "'\".5\"'~'0.5'~true",
                "'\"5.\"'~'5'~true",
                "'\"1e\"'~'1'~false",
                "'\"abc\"'~'\"ABC\"'~false",
                "'0'~'\"abc\"'~false",
                "'0'~'\"\"'~false",
                "'null'~'\"\"'~true",
                "'null'~'\"0\"'~false",
                "'null'~'0'~true",
                "'null'~'[]'~true",
                "'null'~'false'~true",
                "'\"0\"'~'false'~true",
                "'\"0.0\"'~'false'~false",
                "'\"abc\"'~'true'~true",
                "'[]'~'false'~true",
                "'[]'~'\"\"'~false",
                "'[1]'~'1'~false",
                "'[1,\"2\"]'~'[\"1\",2.0]'~true",
                "'{\"a\":1,\"b\":2}'~'{\"b\":\"2\",\"a\":true}'~true",
                "'{\"0\":\"x\"}'~'[\"x\"]'~true",
                "'{\"a\":1}'~'{\"b\":1}'~false",
                "'1'~'1.0'~true",
                "'0.1'~'\"0.10\"'~true",
                "'9007199254740993'~'9007199254740992'~false",
                "'\"9007199254740993\"'~'\"9007199254740992\"'~false",
                "'\"9007199254740993\"'~'\"9007199254740992.0\"'~true",
                "'18446744073709551616'~'\"18446744073709551616\"'~true",
                "'18446744073709551616'~'18446744073709551617'~true",
                "'\"18446744073709551616\"'~'\"18446744073709551617\"'~false",
                "'\"1e1000\"'~'\"1e1001\"'~false"
            })
    void values_are_equal_as_in_php(String left, String right, boolean expected) {
        assertThat(LooseComparison.equal(Json.parse(left), Json.parse(right))).isEqualTo(expected);
        assertThat(LooseComparison.equal(Json.parse(right), Json.parse(left))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} < {1}")
    @CsvSource(
            delimiter = '~',
            value = {
                "'9'~'\"10\"'",
                "'\"9\"'~'\"10\"'",
                "'\"10\"'~'\"9a\"'",
                "'10'~'\"9a\"'",
                "'null'~'\"a\"'",
                "'null'~'-1'",
                "'false'~'-1'",
                "'\"z\"'~'[]'",
                "'9999'~'[]'",
                "'[2]'~'[1,1]'",
                "'[1]'~'[2]'",
                "'\"\uFF5E\"'~'\"\uD83D\uDE00\"'"
            })
    void values_are_ordered_as_in_php(String smaller, String greater) {
        assertThat(LooseComparison.compare(Json.parse(smaller), Json.parse(greater)))
                .isNegative();
        assertThat(LooseComparison.compare(Json.parse(greater), Json.parse(smaller)))
                .isPositive();
    }

    @Test
    void maps_with_different_keys_are_greater_both_ways() {
        assertThat(LooseComparison.compare(Fields.of("a", 1L), Fields.of("b", 1L)))
                .isPositive();
        assertThat(LooseComparison.compare(Fields.of("b", 1L), Fields.of("a", 1L)))
                .isPositive();
    }

    @Test
    void what_is_empty_is_not_true() {
        assertThat(List.of(1L, "0.0", " ", List.of(0L), Fields.of("a", null), -0.5))
                .allMatch(LooseComparison::truthy);
        assertThat(List.of(0L, 0.0, -0.0, "", "0", List.of(), new Fields(), false))
                .noneMatch(LooseComparison::truthy);
        assertThat(LooseComparison.truthy(null)).isFalse();
    }

    @Test
    void values_print_as_in_php() {
        assertThat(LooseComparison.phpString(true)).isEqualTo("1");
        assertThat(LooseComparison.phpString(false)).isEmpty();
        assertThat(LooseComparison.phpString(null)).isEmpty();
        assertThat(LooseComparison.phpString(-12L)).isEqualTo("-12");
        assertThat(LooseComparison.phpString(1.0)).isEqualTo("1");
        assertThat(LooseComparison.phpString(0.1)).isEqualTo("0.1");
        assertThat(LooseComparison.phpString(-1234.5)).isEqualTo("-1234.5");
        assertThat(LooseComparison.phpString(0.1 + 0.2)).isEqualTo("0.30000000000000004");
        assertThat(LooseComparison.phpString(1e25)).isEqualTo("1.0E+25");
        assertThat(LooseComparison.phpString(-1.25e-7)).isEqualTo("-1.25E-7");
        assertThat(LooseComparison.phpString(0.0001)).isEqualTo("0.0001");
        assertThat(LooseComparison.phpString(0.00001)).isEqualTo("1.0E-5");
        assertThat(LooseComparison.phpString(100.0)).isEqualTo("100");
        assertThat(LooseComparison.phpString(-0.0)).isEqualTo("-0");
        assertThat(LooseComparison.phpString(new BigInteger("18446744073709551616")))
                .isEqualTo("1.8446744073709552E+19");
        assertThat(LooseComparison.phpString(List.of())).isEqualTo("Array");
    }
}
