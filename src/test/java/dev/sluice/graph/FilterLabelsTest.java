package dev.sluice.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FilterLabelsTest {
    @Test
    void where_paths_join_the_labels_of_both_count() {
        Drawing drawing = Drawing.withTrigger().severalWires();
        filter(drawing, "2", "A");
        filter(drawing, "3", "B");
        drawing.action("4").action("5");
        drawing.wire("1", "2").wire("1", "3").wire("2", "4").wire("3", "4").wire("4", "5");

        FilterLabels labels = FilterLabels.of(drawing.graph());

        assertThat(labels.on("4", "2")).extracting(FilterLabels.Label::name).containsExactly("A");
        assertThat(labels.on("5", "4")).extracting(FilterLabels.Label::name).containsExactly("A", "B");
    }

    @Test
    void labels_on_a_cycle_come_to_an_end() {
        Drawing drawing = filter(Drawing.withTrigger(), "2", "A").action("3");
        drawing.wire("1", "2").wire("2", "3").wire("3", "2").wire("3", "3");

        FilterLabels labels = FilterLabels.of(drawing.graph());

        assertThat(labels.on("2", "3")).extracting(FilterLabels.Label::name).containsExactly("A");
        assertThat(labels.on("2", "1")).isEmpty();
    }

    @Test
    void without_a_trigger_or_with_wires_to_nowhere_there_are_no_labels_to_show() {
        assertThat(FilterLabels.of(
                                filter(new Drawing(), "2", "A").wire("2", "3").graph())
                        .bySourceOfTarget())
                .isEmpty();
        assertThat(FilterLabels.of(Drawing.withTrigger().wire("1", "9").graph()).bySourceOfTarget())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"A, a", "Label A, labelA", "my_label, myLabel", "myLabel, myLabel", "x-Ray, x-ray"})
    void the_id_of_a_label_is_its_name_in_camel_back(String name, String id) {
        Graph graph = filter(Drawing.withTrigger(), "2", name)
                .action("3")
                .wire("1", "2")
                .wire("2", "3")
                .graph();

        assertThat(FilterLabels.of(graph).on("3", "2")).containsExactly(new FilterLabels.Label(id, name));
    }

    @Test
    void a_chain_of_ten_thousand_filters_is_no_trouble() {
        Drawing drawing = Drawing.withTrigger();
        for (int i = 2; i <= 10_000; i++) {
            filter(drawing, "" + i, "L" + i).wire("" + (i - 1), "" + i);
        }

        assertThat(FilterLabels.of(drawing.graph()).on("10000", "9999")).hasSizeBetween(6, 27);
    }

    private static Drawing filter(Drawing drawing, String id, String label) {
        return drawing.node(id, "logic", "generic-filter-data").set("filtering-label", label);
    }
}
