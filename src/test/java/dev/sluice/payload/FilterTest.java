package dev.sluice.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FilterTest {
    private static final Object ITEMS = Json.parse(
            """
            {"1":{"type":"ip-src","Tag":[{"name":"red"},{"name":"blue"}]},"2":{"type":"url"},
             "3":{"type":"ip-src","Tag":[{"name":"blue"}],"comment":null}}""");

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "in, red, Tag.{n}.name, 1",
        "not_in, red, Tag.{n}.name, 23",
        "equals, ip-src, type, 13",
        "not_equals, ip-src, type, 2",
        "equals, red, Tag.{n}.name, 1",
        "not_equals, red, Tag.{n}.name, 3",
        "any_value, '', Tag.{n}.name, 13",
        "any_value, '', comment, ''",
        "in, ip-src, type, 13",
        "not_in, x, nope, 123",
        "equals, x, nope, ''",
        "not_equals, x, nope, ''",
        "'', red, Tag.{n}.name, ''"
    })
    void a_filter_keeps_items(String operator, String value, String path, String kept) {
        Object found = Filter.of(Fields.of("operator", operator, "value", value, "path", path))
                .matching(ITEMS);

        String keys = found instanceof Map<?, ?> map
                ? String.join("", map.keySet().stream().map(String::valueOf).toList())
                : "";
        assertThat(keys).isEqualTo(kept);
    }

    @Test
    void in_or_takes_any_of_several_values() {
        Filter filter = Filter.of(Fields.of("operator", "in_or", "value", List.of("ip-src", "x"), "path", "type"));

        assertThat(((Map<?, ?>) filter.matching(ITEMS)).keySet().stream().map(String::valueOf))
                .containsExactly("1", "3");
    }

    @Test
    void a_filter_keeps_holes_and_stays_a_list_without_them() {
        List<Object> items = List.of(Fields.of("t", "a"), Fields.of("t", "b"), Fields.of("t", "a"));

        assertThat(typed("b").matching(items)).isEqualTo(Fields.of("1", items.get(1)));
        assertThat(typed("a").matching(items)).isEqualTo(Fields.of("0", items.get(0), "2", items.get(2)));
        assertThat(typed("a").matching(items.subList(0, 2))).isEqualTo(List.of(items.get(0)));
        assertThat(typed("c").matching(items)).isEqualTo(List.of());
    }

    private static Filter typed(String type) {
        return Filter.of(Fields.of("operator", "equals", "value", type, "path", "t"));
    }

    @Test
    void an_empty_selector_makes_items_of_the_fields_of_the_data() {
        Fields event = Fields.of("Tag", List.of(Fields.of("name", "tlp:white")));
        Fields data = Fields.of("Event", event);

        assertThat(tagged("tlp:white").select(data)).isEqualTo(Fields.of("Event", event));
        assertThat(tagged("tlp:red").select(data)).isEqualTo(List.of());
    }

    private static Filter tagged(String tag) {
        return Filter.of(Fields.of("selector", "", "operator", "in", "value", tag, "path", "Tag.{n}.name"));
    }

    @Test
    void items_that_are_single_values_have_no_path_into_them() {
        assertThatThrownBy(() -> typed("a").matching(List.of("a")))
                .isInstanceOf(PayloadException.class)
                .hasMessageContaining("\"t\" leads into text");
    }

    @Test
    void what_a_new_node_is_drawn_with_is_no_filter() {
        assertThat(Filter.of(List.of(Fields.of("text", "selector", "value", "")))
                        .enabled())
                .isFalse();
        assertThat(Filter.of(null).enabled()).isFalse();
        assertThat(Filter.of(Fields.of("selector", null, "value", false)).enabled())
                .isFalse();
        assertThat(Filter.of(Fields.of("path", "x")).enabled()).isTrue();
    }

    @Test
    void problems_tell_of_paths_and_of_an_unknown_operator() {
        Filter filter =
                Filter.of(Fields.of("selector", "A.{n}[x", "path", "b[=].c", "operator", "contains", "value", "x"));

        assertThat(filter.problems())
                .anySatisfy(it -> assertThat(it).startsWith("Selector: "))
                .anySatisfy(it -> assertThat(it).startsWith("Path: "))
                .anySatisfy(it -> assertThat(it).contains("\"contains\" is not known", "not_in_and"));
        assertThat(tagged("x").problems()).isEmpty();
        assertThat(Filter.of(null).problems()).isEmpty();
    }
}
