package dev.sluice.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever knew a mark could put it into the data of an event, and have the value sent. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SecretMarksTest {
    private static final String MARK = "(?is).*sluice.?[0-9a-f]{16}.*";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ 'Bearer ' + ${secret:api} }}",
                "{{ 1 + '${secret:api}' }}",
                "{{ d['${secret:api}'].x }}",
                "{{ {}['${secret:api}' | upper].x }}",
                "{{ ${secret:api}() }}",
                "{{ 1 | ${secret:api} }}",
                "{% ${secret:api} %}"
            })
    void a_template_that_fails_tells_no_mark(String written) {
        assertThatThrownBy(() -> rendered(written))
                .hasMessageStartingWith("The template fails at line 1, column ")
                .extracting(Throwable::getMessage)
                .asString()
                .doesNotMatch(MARK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "upper",
                "title",
                "capitalize",
                "replace('sluice', 'x')",
                "replace('x', '')",
                "truncate(46, true, '', 0)"
            })
    void a_mark_that_was_changed_is_known_as_such(String filter) {
        String changed = rendered("{{ '${secret:api}' | " + filter + " }} and ${secret:other}");

        assertThat(SecretMarks.areBrokenIn(changed)).isTrue();
        assertThat(SecretMarks.shown(changed)).doesNotMatch(MARK).endsWith(" and ${secret:other}");
    }

    @Test
    void one_that_was_not_is_a_mark() {
        String whole = rendered("{{ '${secret:api}' ~ x | upper }}");

        assertThat(SecretMarks.areBrokenIn(whole)).isFalse();
        assertThat(SecretMarks.shown(whole)).isEqualTo("${secret:api}");
    }

    private static String rendered(String written) {
        return RealTemplates.jinja().parse(SecretMarks.marked(written)).render(Map.of("d", Map.of()));
    }
}
