package dev.sluice.payload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PcrePatternTest {
    @Test
    void delimiters_are_any_sign_or_a_pair_of_brackets() {
        assertMatches("/ip-.*/i", "IP-src");
        assertMatches("#a/b#", "a/b");
        assertMatches("{a{2}}", "aa");
        assertMatches("(a(b)c)", "abc");
        assertMatches(" ~x~", "x");
        assertMatches("/a\\/b/", "a/b");
        assertMatches("//", "");
    }

    @Test
    void flags_mean_what_they_mean_in_php() {
        assertMatches("/a b # no\n c/x", "abc");
        assertMatches("/a\\ b [ ]/x", "a b ");
        assertMatches("/^b$/m", "a\nb\nc");
        assertMissing("/^b$/", "a\nb\nc");
        assertMatches("/a.b/s", "a\nb");
        assertMissing("/a.b/", "a\nb");
        assertMatches("/b$/", "b\n");
        assertMissing("/b$/D", "b\n");
        assertMissing("/b/A", "ab");
        assertMissing("/a|b/A", "cb");
        assertMatches("/a.*?b/U", "axb");
        assertMatches("/(?i)BE(?-i)ta/", "beta");
        assertMissing("/(?i)BE(?-i)ta/", "beTA");
        assertMatches("/(?i:A)b/", "ab");
    }

    @Test
    void without_the_flag_u_text_is_bytes() {
        assertMissing("/^b.cher$/", "bücher");
        assertMatches("/^b..cher$/", "bücher");
        assertMatches("/^b.cher$/u", "bücher");
        assertMatches("/^b\\xc3\\xbccher$/", "bücher");
        assertMatches("/^b\\x{fc}cher$/u", "bücher");
        assertMatches("/[^\\x00-\\x7f]/", "bücher");
        assertMissing("/É/i", "é");
        assertMatches("/É/iu", "é");
        assertMatches("/^\\w+$/u", "bücher");
        assertMissing("/^\\w+$/", "bücher");
        assertMatches("/^.$/u", "\ud83d\ude00");
    }

    @Test
    void constructs_that_RE2_does_not_know_are_translated() {
        assertMatches("/(?P<a>x)(?<b>y)(?'c'z)/", "xyz");
        assertMatches("/a\\h+b/", "a \tb");
        assertMatches("/a\\Rb/", "a\r\nb");
        assertMatches("/^\\N+$/", "abc");
        assertMatches("/a(?#comment)b/", "ab");
        assertMatches("/\\Qa.b\\E+/", "a.bb");
        assertMatches("/[[:alpha:]_-]+[^]x]/", "a_-y");
        assertMatches("/[\\w.-]+@[\\d\\-a]/", "x.y-z@-");
        assertMatches("/a{,2}/", "a{,2}");
        assertMatches("/\\101\\x41?/".replace("\\101", "\\o{101}"), "A");
        assertMatches("/[a\\]b]+$/", "]");
        assertMatches("/x\\Z/", "x\n");
        assertMissing("/x\\z/", "x\n");
        assertMatches("/\\p{Lu}/u", "É");
        assertMatches("/[\\S]+$/", "\u00e9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a++/",
                "/a*+b/",
                "/a?+/",
                "/a{2}+/",
                "/(?>a)/",
                "/a(?=b)/",
                "/a(?!b)/",
                "/(?<=a)b/",
                "/(?<!a)b/",
                "/(a)\\1/",
                "/(?P<n>a)(?P=n)/",
                "/\\k<n>/",
                "/(?R)/",
                "/(?1)/",
                "/(?(1)a|b)/",
                "/a\\Kb/",
                "/(*UTF8)a/",
                "/(?|a|b)/",
                "/\\p{L}/",
                "/\\x{100}/",
                "/((a{100}){100}){100}/",
                "/a{1001}/"
            })
    void what_is_not_supported_matches_nothing_and_says_so(String source) {
        PcrePattern pattern = PcrePattern.of(source);

        assertThat(pattern.problem())
                .startsWith("The regular expression " + source + " matches nothing here: ")
                .endsWith(".");
        assertThat(pattern.find("aaaaab")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/a",
                "abc",
                "\\a\\",
                "/a/z",
                "/a/I",
                "/e/t/a/",
                "/(a/",
                "/a)/",
                "/[a/",
                "/*a/",
                "/a\\/",
                "/[b-a]/",
                "/\\y/",
                "/\\p{Nope}/u",
                "/(?P<1>a)/"
            })
    void what_does_not_compile_matches_nothing_and_says_so(String source) {
        PcrePattern pattern = PcrePattern.of(source);

        assertThat(pattern.problem()).isNotBlank();
        assertThat(pattern.find("a")).isFalse();
    }

    @Test
    void nested_repetition_takes_linear_time() {
        assertMissing("/^(a+)+$/", "a".repeat(100_000) + "b");
        assertMatches("/(a+)+$/", "a".repeat(100_000));
    }

    private static void assertMatches(String pattern, String text) {
        assertThat(PcrePattern.of(pattern).problem()).isNull();
        assertThat(PcrePattern.of(pattern).find(text)).as(pattern).isTrue();
    }

    private static void assertMissing(String pattern, String text) {
        assertThat(PcrePattern.of(pattern).problem()).isNull();
        assertThat(PcrePattern.of(pattern).find(text)).as(pattern).isFalse();
    }
}
