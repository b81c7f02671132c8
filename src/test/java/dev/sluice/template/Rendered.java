package dev.sluice.template;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.payload.Fields;
import java.util.List;
import java.util.Map;

/** What a template makes of a small set of data, for tests that read like a table. */
final class Rendered {
    private static final Map<String, Object> DATA = Fields.of(
            "x",
            "ctx",
            "html",
            "<b>",
            "yes",
            true,
            "no",
            false,
            "list",
            List.of(3L, 1L, 2L),
            "pairs",
            List.of(List.of(1L, 2L), List.of(3L, 4L)),
            "d",
            Fields.of("k", "v", "items", 5L),
            "tree",
            List.of(
                    Fields.of("n", "a", "c", List.of(leaf("b"), Fields.of("n", "c", "c", List.of(leaf("d"))))),
                    leaf("e")));

    private Rendered() {}

    private static Map<String, Object> leaf(String name) {
        return Fields.of("n", name, "c", List.of());
    }

    static String render(String template) {
        return Template.parse(template).render(DATA);
    }

    /** The error of parsing or rendering. */
    static TemplateException failure(String template) {
        return catchThrowableOfType(TemplateException.class, () -> render(template));
    }

    /** The error of parsing: nothing is rendered. */
    static TemplateException refusal(String template) {
        return catchThrowableOfType(TemplateException.class, () -> Template.parse(template));
    }
}
