package dev.sluice.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Graphs that a search by recursion, or one that lists every path, would not survive. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LargeGraphTest {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(10);

    @Test
    void a_chain_of_ten_thousand_nodes_is_checked() {
        Drawing drawing =
                chain(10_000).node("10001", "action", "stop-execution").wire("10000", "10001");

        List<Problem> problems = check(drawing);

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).edges()).hasSize(9_999);
    }

    @Test
    void a_cycle_of_ten_thousand_nodes_is_found() {
        List<Problem> problems = check(chain(10_000).wire("10000", "1"));

        assertThat(problems).extracting(Problem::getClass).contains(Problem.Cycle.class);
        assertThat(problems.get(0).edges()).hasSize(10_000);
        assertThat(problems.get(0).message()).hasSizeLessThan(200);
    }

    @Test
    void of_stacked_diamonds_the_first_thousand_paths_are_told_and_that_there_are_more() {
        List<Problem> problems = check(diamonds(20, "stop-execution"));

        assertThat(problems.stream().filter(Problem.PathWarning.class::isInstance))
                .hasSize(PathWarnings.MAX_PATHS);
        Problem last = problems.get(problems.size() - 1);
        assertThat(last).isEqualTo(new Problem.TooManyPaths(1_000));
        assertThat(last.refuses()).isFalse();
        assertThat(last.nodeIds()).isEmpty();
        assertThat(last.message()).contains("first 1000 paths");
    }

    @Test
    void stacked_diamonds_that_lead_to_nothing_blocking_are_not_searched() {
        assertThat(check(diamonds(20, "push-zmq"))).isEmpty();
    }

    @Test
    void a_thicket_of_cycles_ends_at_a_limit() {
        Drawing drawing =
                Drawing.withTrigger().node("2", "logic", "concurrent-task").wire("1", "2");
        for (int i = 3; i < 15; i++) {
            drawing.action("" + i).severalWires();
        }
        for (int i = 3; i < 15; i++) {
            for (int j = 3; j < 15; j++) {
                drawing.wire("" + i, "" + j);
            }
        }
        // The only way out is taken from node 3, the other paths wander about.
        drawing.node("20", "action", "stop-execution").wire("3", "20").wire("2", "3");

        PathWarnings warnings = Assertions.assertTimeoutPreemptively(
                LONG_ENOUGH, () -> GraphCheck.pathWarnings(drawing.graph(), new Catalogue()));

        assertThat(warnings.complete()).isFalse();
    }

    private static List<Problem> check(Drawing drawing) {
        return Assertions.assertTimeoutPreemptively(
                LONG_ENOUGH, () -> GraphCheck.check(drawing.graph(), new Catalogue(), "event-publish"));
    }

    private static Drawing chain(int length) {
        Drawing drawing =
                Drawing.withTrigger().node("2", "logic", "concurrent-task").wire("1", "2");
        for (int i = 3; i <= length; i++) {
            drawing.action("" + i).wire("" + (i - 1), "" + i);
        }
        return drawing;
    }

    private static Drawing diamonds(int count, String end) {
        Drawing drawing =
                Drawing.withTrigger().node("2", "logic", "concurrent-task").wire("1", "2");
        int top = 2;
        for (int i = 0; i < count; i++) {
            int split = top + 1;
            drawing.node("" + split, "logic", "tag-if").action("" + (top + 2)).action("" + (top + 3));
            drawing.action("" + (top + 4)).wire("" + top, "" + split);
            drawing.wire("" + split, "output_1", "" + (top + 2), "input_1");
            drawing.wire("" + split, "output_2", "" + (top + 3), "input_1");
            drawing.wire("" + (top + 2), "" + (top + 4)).wire("" + (top + 3), "" + (top + 4));
            top += 4;
        }
        return drawing.node("" + (top + 1), "action", end).wire("" + top, "" + (top + 1));
    }
}
