package dev.sluice.payload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DataFiltersTest {
    private static final Fields IP = Fields.of("type", "ip-src", "tag", "a");
    private static final Fields URL = Fields.of("type", "url", "tag", "a");
    private static final Fields OTHER = Fields.of("type", "ip-src", "tag", "b");

    private final Map<String, Object> data =
            Fields.of("Event", Fields.of("info", "x", "Attribute", List.of(IP, URL, OTHER)));

    @Test
    void data_without_filters_is_its_own_view() {
        assertThat(DataFilters.view(data)).isSameAs(data);
        data.put("enabledFilters", List.of());
        assertThat(DataFilters.view(data)).isSameAs(data);
    }

    @Test
    void a_view_shows_what_a_filter_keeps_and_leaves_the_data_alone() {
        Map<String, Object> filtered = DataFilters.add(data, "A", filter("type", "ip-src"));

        Object seen = attributes(DataFilters.view(filtered));

        assertThat(seen).isEqualTo(Fields.of("0", IP, "2", OTHER));
        assertThat(((Map<?, ?>) seen).get("2")).isSameAs(OTHER);
        assertThat(attributes(filtered)).isEqualTo(List.of(IP, URL, OTHER));
        assertThat(data).containsOnlyKeys("Event");
    }

    @Test
    void filters_add_up_in_the_order_they_came() {
        Map<String, Object> both =
                DataFilters.add(DataFilters.add(data, "A", filter("type", "ip-src")), "B", filter("tag", "b"));

        assertThat(attributes(DataFilters.view(both))).isEqualTo(Fields.of("2", OTHER));
    }

    @Test
    void the_same_label_replaces_its_filter() {
        Map<String, Object> again =
                DataFilters.add(DataFilters.add(data, "A", filter("type", "ip-src")), "A", filter("type", "url"));

        assertThat(attributes(DataFilters.view(again))).isEqualTo(Fields.of("1", URL));
    }

    @Test
    void the_first_filter_keeps_the_fields_of_the_data_aside_and_shares_their_contents() {
        Map<String, Object> first = DataFilters.add(data, "A", filter("type", "ip-src"));
        Map<String, Object> second = DataFilters.add(first, "B", filter("tag", "b"));

        Map<?, ?> aside = (Map<?, ?>) first.get("_unfilteredData");
        assertThat(aside).isEqualTo(data);
        assertThat(aside.get("Event")).isSameAs(data.get("Event"));
        assertThat(second.get("_unfilteredData")).isSameAs(aside);
    }

    @Test
    void a_reset_switches_off_the_named_filter_and_nothing_else() {
        Map<String, Object> both =
                DataFilters.add(DataFilters.add(data, "A", filter("type", "ip-src")), "B", filter("tag", "a"));
        both.put("attached", "since");

        Map<String, Object> reset = DataFilters.reset(both, "A");

        assertThat(attributes(DataFilters.view(reset))).isEqualTo(List.of(IP, URL));
        assertThat(reset).containsEntry("attached", "since").containsKey("_unfilteredData");
        assertThat(reset.get("enabledFilters")).isEqualTo(Fields.of("B", filter("tag", "a")));
        assertThat(both.get("enabledFilters"))
                .isEqualTo(Fields.of("A", filter("type", "ip-src"), "B", filter("tag", "a")));
    }

    @Test
    void when_no_filter_is_left_the_data_kept_aside_goes_too() {
        Map<String, Object> one = DataFilters.add(data, "A", filter("type", "ip-src"));

        for (String label : List.of("A", "all")) {
            Map<String, Object> reset = DataFilters.reset(one, label);
            assertThat(reset).containsOnlyKeys("Event", "enabledFilters");
            assertThat((Map<?, ?>) reset.get("enabledFilters")).isEmpty();
            assertThat(DataFilters.view(reset)).isSameAs(reset);
        }
    }

    @Test
    void a_reset_without_that_filter_does_nothing() {
        Map<String, Object> one = DataFilters.add(data, "A", filter("type", "ip-src"));

        assertThat(DataFilters.reset(data, "all")).isSameAs(data);
        assertThat(DataFilters.reset(data, "A")).isSameAs(data);
        assertThat(DataFilters.reset(one, "B")).isSameAs(one);
    }

    private static Fields filter(String path, String value) {
        return Fields.of("selector", "Event.Attribute.{n}", "path", path, "operator", "equals", "value", value);
    }

    private static Object attributes(Map<String, Object> data) {
        return HashPath.parse("Event.Attribute").get(data, null);
    }
}
