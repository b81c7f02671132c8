package dev.sluice.outside.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MaskTest {
    private static final String VALUE = "cana/ry+\"<&'> é😀\n";

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "cana/ry+\"<&'> é😀\n",
                "cana%2Fry%2B%22%3C%26%27%3E%20%C3%A9%F0%9F%98%80%0A",
                "cana%2fry%2b%22%3c%26%27%3e+%c3%a9%f0%9f%98%80%0a",
                "cana/ry%2B%22%3C&'%3E%20%C3%A9%F0%9F%98%80%0A",
                "cana/ry+\\\"<&'> é😀\\n",
                "cana\\/ry+\\\"<&'> \\u00e9\\ud83d\\ude00\\n",
                "cana/ry\\u002B\\u0022\\u003C\\u0026\\u0027\\u003E \\u00E9\\uD83D\\uDE00\\n",
                "cana/ry+\\\"\\u003c\\u0026'\\u003e é😀\\n",
                "cana/ry+&quot;&lt;&amp;&#039;&gt; é😀\n",
                "cana&#x2F;ry&#43;&#34;&lt;&amp;&apos;&gt; &#233;&#128512;\n",
                "cana&#X2f;ry&#x2B;&quot;&lt;&amp;&#x27;&gt; &#xe9;&#x1f600;&#10;",
                "cana/ry+\\&quot;&lt;&amp;'&gt; é😀\\n",
                "cana\\\\/ry+\\\\\\\"<&'> \\\\u00e9\\\\ud83d\\\\ude00\\\\n",
                "cana/ry+\\\"<&\\'> \\xe9😀\\n"
            })
    void a_value_is_hidden_however_it_is_written(String written) {
        assertThat(new Mask(List.of(VALUE)).clean("a " + written + " b")).isEqualTo("a *** b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%25b\\c", "a%2525b%5Cc", "a%25b\\\\c", "a%25b&#92;c"})
    void a_value_that_looks_encoded_is_hidden_encoded_and_not(String written) {
        assertThat(new Mask(List.of("a%25b\\c")).clean(written)).isEqualTo("***");
    }

    @Test
    void of_values_that_begin_alike_the_longest_is_hidden() {
        assertThat(new Mask(List.of("hush", "hush-hush", "hush-")).clean("hush-hush, hush-! hush.hus"))
                .isEqualTo("***, ***! ***.hus");
    }

    @Test
    void what_is_too_short_to_be_told_from_words_stays() {
        assertThat(new Mask(List.of("abc", "")).clean("abc")).isEqualTo("abc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%", "%2", "\\", "\\u", "\\u00", "&", "&#", "&#x", "&#x;", "&#99999999999;", "&;", "+"})
    void what_ends_in_the_middle_of_a_code_stays(String text) {
        assertThat(new Mask(List.of("%\\&+hush")).clean(text)).isEqualTo(text);
        assertThat(new Mask(List.of("hush")).clean("hus" + text)).isEqualTo("hus" + text);
    }
}
