package dev.sluice.modules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.conformance.Conformance;
import dev.sluice.conformance.Recorded;
import dev.sluice.module.Modules;
import dev.sluice.module.Option;
import dev.sluice.module.Param;
import dev.sluice.module.Spec;
import dev.sluice.module.WorkflowModule;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue against that of the original: a workflow drawn there finds the same modules and fields here. */
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CatalogueConformanceTest {
    /** Recorded triggers are 14 of 17; these three stand in the specification only. */
    private static final Map<String, String> UNRECORDED =
            Map.of("event-before-save", "envelope", "event-publish", "upload", "user-before-save", "user-plus");

    @Inject
    Modules modules;

    static Stream<Arguments> entries() {
        return Conformance.cases("module-catalog")
                .map(it -> Recorded.map(it.get("config")))
                .map(it -> Arguments.of(it.get("module_type"), it.get("id"), it));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("entries")
    void a_module_is_what_it_was_in_the_original(String type, String id, Map<String, Object> recorded) {
        Spec spec = modules.find(type, id).map(WorkflowModule::spec).orElseThrow();

        assertThat(spec.name()).isEqualTo(recorded.get("name"));
        assertThat(spec.version()).isEqualTo(recorded.get("version"));
        assertThat(spec.icon()).isEqualTo(recorded.getOrDefault("icon", ""));
        assertThat(spec.iconClass()).isEqualTo(recorded.getOrDefault("icon_class", ""));
        assertThat(spec.iconPath()).isEqualTo(recorded.getOrDefault("icon_path", ""));
        assertThat(spec.hasEntry() ? 1L : 0L).as("inputs").isEqualTo(recorded.get("inputs"));
        assertThat((long) spec.exits().size()).as("outputs").isEqualTo(recorded.get("outputs"));
        assertThat(spec.blocking()).as("blocking").isEqualTo(recorded.get("blocking"));
        assertThat(spec.forks()).as("forks").isEqualTo(recorded.get("multiple_output_connection"));
        assertThat(spec.filters()).as("filters").isEqualTo(recorded.get("support_filters"));
        assertThat(spec.coreFormat())
                .as("core format")
                .isEqualTo(recorded.get(type.equals("trigger") ? "misp_core_format" : "expect_misp_core_format"));
        assertThat(spec.look()).isEqualTo(recorded.getOrDefault("html_template", "default"));
        assertThat(spec.start().map(Spec.Start::scope).orElse(null)).isEqualTo(recorded.get("scope"));
        assertThat(spec.start().map(it -> it.overhead().ordinal() + 1L).orElse(null))
                .isEqualTo(recorded.get("trigger_overhead"));
        assertThat(spec.description()).isNotBlank();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("entries")
    void its_form_has_the_same_fields(String type, String id, Map<String, Object> recorded) {
        List<Param<?>> params = modules.find(type, id).orElseThrow().spec().params();
        List<?> fields = (List<?>) recorded.get("params");

        assertThat(params).extracting(Param::id).isEqualTo(texts(fields, "id"));
        for (int i = 0; i < params.size(); i++) {
            assertField(params.get(i), Recorded.map(fields.get(i)));
        }
    }

    @Test
    void there_are_17_triggers_and_three_of_them_are_not_recorded() {
        assertThat(Conformance.cases("module-catalog").filter(it -> "trigger".equals(it.get("module_type"))))
                .hasSize(14);
        UNRECORDED.forEach((id, icon) -> {
            Spec spec = modules.trigger(id).orElseThrow().spec();
            assertThat(spec.icon()).isEqualTo(icon);
            assertThat(spec.blocking()).isTrue();
            assertThat(spec.coreFormat()).isEqualTo(!id.startsWith("user"));
            assertThat(spec.start().orElseThrow().scope()).isEqualTo(id.substring(0, id.indexOf('-')));
        });
    }

    private static void assertField(Param<?> param, Map<String, Object> field) {
        assertThat(param.widget().name().toLowerCase(Locale.ROOT))
                .as(param.id())
                .isEqualTo(field.get("type"));
        if (field.containsKey("label")) {
            assertThat(param.label()).isEqualTo(field.get("label"));
        }
        assertThat(standard(param.standard()))
                .as("standard of %s", param.id())
                .isEqualTo(standard(field.get("default")));
        assertThat(param.isTemplate()).as("template").isEqualTo(field.getOrDefault("jinja_supported", false));
        assertThat(param.isMultiple() + "").as("multiple").isEqualTo(field.getOrDefault("multiple", false) + "");
        assertThat(param.takesFreeEntries()).as("free").isEqualTo(field.getOrDefault("picker_create_new", false));
        assertThat(param.isSubSelector())
                .as("sub selector")
                .isEqualTo(Recorded.map(field.get("hashpath")).getOrDefault("is_sub_selector", false));
        assertThat(param.shownWhen().keySet())
                .isEqualTo(Recorded.map(field.get("display_on")).keySet());
        param.shownWhen().forEach((other, values) -> assertThat(values)
                .containsExactlyInAnyOrderElementsOf(
                        list(Recorded.map(field.get("display_on")).get(other))));
        List<String> options =
                param.options().stream().map(CatalogueConformanceTest::shown).toList();
        if (field.containsKey("__options_source")) {
            assertThat(options(field.get("options")))
                    .as("what was recorded of the rows of a table, and fixed options of %s", param.id())
                    .containsAll(options);
        } else {
            assertThat(options).as("options of %s", param.id()).isEqualTo(options(field.get("options")));
        }
    }

    private static String shown(Option option) {
        return option.value() + "=" + option.label().strip();
    }

    /** Options are recorded as a map, or as a list of names and values, or of names that are their own values. */
    private static List<String> options(Object recorded) {
        List<String> all = new ArrayList<>();
        if (recorded instanceof Map<?, ?> map) {
            map.forEach((value, label) -> all.add(value + "=" + label));
        } else if (recorded instanceof List<?> list) {
            list.forEach(it -> all.add(
                    it instanceof Map<?, ?> option
                            ? option.get("value") + "="
                                    + option.get("name").toString().strip()
                            : it + "=" + it));
        }
        return all;
    }

    /** Nothing, an empty text and an empty list are the same to a field. */
    private static Object standard(Object value) {
        if (value instanceof Collection<?> several) {
            return several.isEmpty()
                    ? ""
                    : several.stream().map(Objects::toString).toList();
        }
        return Objects.toString(value, "");
    }

    private static List<String> list(Object value) {
        return value instanceof List<?> several
                ? several.stream().map(Objects::toString).toList()
                : List.of(Objects.toString(value));
    }

    private static List<Object> texts(List<?> fields, String key) {
        return fields.stream().map(it -> Recorded.map(it).get(key)).toList();
    }
}
