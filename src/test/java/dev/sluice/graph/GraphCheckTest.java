package dev.sluice.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GraphCheckTest {
    @Test
    void a_sound_graph_has_no_problems() {
        assertThat(problems(Drawing.withTrigger().action("2").wire("1", "2"))).isEmpty();
    }

    @Test
    void all_problems_are_told_at_once_those_that_refuse_first() {
        Drawing drawing = Drawing.withTrigger().node("2", "action", "gone").action("3");
        drawing.wire("1", "2").wire("1", "3").wire("3", "3").wire("2", "9");

        assertThat(problems(drawing))
                .extracting(it -> it.getClass().getSimpleName())
                .containsExactly("Cycle", "MultipleConnections", "UnknownModule", "DanglingWire");
    }

    @Test
    void a_cycle_is_told_in_the_order_it_is_followed() {
        Drawing drawing = Drawing.withTrigger().action("2").action("3").action("4");
        drawing.wire("1", "2").wire("2", "3").wire("3", "4").wire("4", "2");

        Problem.Cycle cycle = only(drawing, Problem.Cycle.class);

        assertThat(cycle.refuses()).isTrue();
        assertThat(cycle.edges()).containsExactly("2:output_1:0:3", "3:output_1:0:4", "4:output_1:0:2");
        assertThat(cycle.nodeIds()).containsExactly("2", "3", "4");
        assertThat(cycle.message()).contains("2 → 3 → 4 → 2").contains("Remove one of these wires");
        assertThat(cycle.mispMessage()).isEqualTo("Cannot save a workflow containing a cycle");
        assertThat(GraphCheck.cycles(drawing.graph()).edges())
                .containsExactly(List.of(4L, 2L, "Cycle"), List.of(3L, 4L, "Cycle"), List.of(2L, 3L, "Cycle"));
    }

    @Test
    void a_policy_that_is_understood_is_no_problem() {
        Drawing drawing = Drawing.withTrigger()
                .action("2")
                .policy(Map.of(
                        "timeout", "5s",
                        "retries", 2,
                        "pause", "500ms",
                        "onError", "exit",
                        "errorExit", Map.of("connections", List.of(Map.of("node", "3", "output", "input_1")))))
                .action("3")
                .wire("1", "2");

        assertThat(problems(drawing)).isEmpty();
    }

    @Test
    void what_of_a_policy_is_not_understood_is_told() {
        Drawing drawing = Drawing.withTrigger()
                .policy(Map.of("retries", 1))
                .action("2")
                .policy(Map.of("timeout", "soon", "retries", 99, "onError", "exit", "colour", "red"))
                .wire("1", "2");

        assertThat(problems(drawing))
                .extracting(Problem::message)
                .satisfiesExactlyInAnyOrder(
                        it -> assertThat(it).contains("Node 1: A trigger does nothing that could break"),
                        it -> assertThat(it)
                                .contains("timeout must be a time like")
                                .contains("`soon`"),
                        it -> assertThat(it).contains("retries must be a whole number from 0 to 10"),
                        it -> assertThat(it).contains("`colour` is not known"),
                        it -> assertThat(it).contains("the error exit leads nowhere"));
    }

    @Test
    void the_error_exit_is_looked_at_like_any_other() {
        Drawing drawing = Drawing.withTrigger()
                .action("2")
                .policy(Map.of(
                        "onError",
                        "exit",
                        "errorExit",
                        Map.of("connections", List.of(Map.of("node", "1", "output", "input_1")))))
                .wire("1", "2");

        assertThat(only(drawing, Problem.Cycle.class).edges()).containsExactly("1:output_1:0:2", "2:error:0:1");
    }

    @Test
    void a_wire_from_a_node_to_itself_is_a_cycle_of_one() {
        Drawing drawing = Drawing.withTrigger().action("2").wire("1", "2").wire("2", "2");

        assertThat(only(drawing, Problem.Cycle.class).edges()).containsExactly("2:output_1:0:2");
    }

    @Test
    void every_wire_that_closes_a_cycle_is_told_of() {
        Drawing drawing = Drawing.withTrigger().action("2").action("3");
        drawing.wire("1", "2").wire("2", "2").wire("3", "3");

        assertThat(problems(drawing).stream().filter(Problem.Cycle.class::isInstance))
                .hasSize(2);
    }

    @Test
    void there_is_exactly_one_trigger() {
        Drawing none = new Drawing().action("2");
        Drawing two = Drawing.withTrigger().node("7", "trigger", "event-publish");

        assertThat(only(none, Problem.TriggerCount.class))
                .isEqualTo(new Problem.TriggerCount(0, List.of()))
                .matches(Problem::refuses)
                .extracting(Problem::message)
                .asString()
                .contains("has no trigger");
        assertThat(only(two, Problem.TriggerCount.class))
                .isEqualTo(new Problem.TriggerCount(2, List.of("1", "7")))
                .extracting(Problem::message)
                .asString()
                .contains("nodes 1, 7");
        assertThat(GraphCheck.mispMessages(problems(two)))
                .containsExactly("Cannot save a workflow containing no or more than one trigger");
    }

    @Test
    void an_exit_has_one_wire_unless_the_node_says_otherwise() {
        Drawing drawing =
                Drawing.withTrigger().action("2").action("3").wire("1", "2").wire("1", "3");

        Problem.MultipleConnections found = only(drawing, Problem.MultipleConnections.class);

        assertThat(found.refuses()).isTrue();
        assertThat(found.nodeIds()).containsExactly("1");
        assertThat(found.edges()).containsExactly("1:output_1:0:2", "1:output_1:1:3");
        assertThat(found.message())
                .contains("Node 1 has 2 wires on output_1, to 2, 3")
                .contains("Concurrent Task");
        assertThat(found.mispMessage()).isEqualTo("Cannot save a workflow having more than one connection per output");
        assertThat(problems(Drawing.withTrigger()
                        .severalWires()
                        .action("2")
                        .action("3")
                        .wire("1", "2")
                        .wire("1", "3")))
                .isEmpty();
    }

    @Test
    void of_two_offending_exits_of_a_node_misp_names_the_targets_of_the_last() {
        Drawing drawing = Drawing.withTrigger().node("2", "logic", "tag-if").action("3");
        drawing.wire("2", "output_1", "1", "input_1").wire("2", "output_1", "3", "input_1");
        drawing.wire("2", "output_2", "3", "input_1").wire("2", "output_2", "3", "input_1");

        assertThat(GraphCheck.multipleConnections(drawing.graph()).edges()).isEqualTo(Map.of("2", List.of(3L, 3L)));
        assertThat(problems(drawing).stream().filter(Problem.MultipleConnections.class::isInstance))
                .hasSize(2);
    }

    @Test
    void a_path_from_a_concurrent_task_to_a_blocking_module_is_a_warning_for_each_such_path() {
        for (String concurrent : List.of("concurrent-task", "parallel-task")) {
            Drawing drawing = Drawing.withTrigger()
                    .node("2", "logic", concurrent)
                    .node("3", "action", "oracle_action_blocking")
                    .node("4", "action", "stop-execution");
            drawing.wire("1", "2").wire("2", "3").wire("3", "4");

            List<Problem> found = problems(drawing);

            assertThat(found).hasSize(2).allMatch(it -> it instanceof Problem.PathWarning && !it.refuses());
            assertThat(found.get(0).edges()).containsExactly("2:output_1:0:3");
            assertThat(found.get(1).edges()).containsExactly("2:output_1:0:3", "3:output_1:0:4");
            assertThat(found.get(1).nodeIds()).containsExactly("2", "4");
            assertThat(found.get(1).message())
                    .contains("Node 4 (stop-execution) is blocking")
                    .contains("node 2");
        }
    }

    @Test
    void a_path_warning_on_a_cycle_follows_no_edge_twice() {
        Drawing drawing = Drawing.withTrigger()
                .node("2", "logic", "concurrent-task")
                .node("3", "action", "oracle_action_blocking");
        drawing.wire("1", "2").wire("2", "3").wire("3", "2");

        PathWarnings warnings = GraphCheck.pathWarnings(drawing.graph(), new Catalogue());

        assertThat(warnings.complete()).isTrue();
        assertThat(warnings.paths()).hasSize(1);
    }

    @Test
    void a_module_that_is_not_there_is_a_warning() {
        assertThat(only(
                        Drawing.withTrigger().node("2", "logic", "push-zmq").wire("1", "2"),
                        Problem.UnknownModule.class))
                .isEqualTo(new Problem.UnknownModule("2", "logic", "push-zmq"))
                .matches(it -> !it.refuses())
                .matches(it -> it.nodeIds().equals(List.of("2")))
                .extracting(Problem::message)
                .asString()
                .contains("type `logic`, module `push-zmq`, which is not installed");
        assertThat(only(Drawing.withTrigger().node("2", "", "x").wire("1", "2"), Problem.UnknownModule.class)
                        .message())
                .contains("of no type");
    }

    @Test
    void settings_are_known_complete_and_understood() {
        Drawing drawing = Drawing.withTrigger()
                .node("2", "action", "webhook")
                .set("ur", "http://localhost")
                .set("path", "{{");
        drawing.wire("1", "2");

        assertThat(problems(drawing))
                .containsExactly(
                        new Problem.UnknownParam("2", "webhook", "ur"),
                        new Problem.MissingParam("2", "webhook", "url"),
                        new Problem.BadSetting("2", "path", "This is no hash path. Write it as Event.id."));
        assertThat(problems(drawing))
                .noneMatch(Problem::refuses)
                .allMatch(it -> it.nodeIds().equals(List.of("2")))
                .extracting(Problem::message)
                .satisfiesExactly(
                        it -> assertThat(it).contains("Node 2 has a setting `ur` that module `webhook` does not know"),
                        it -> assertThat(it).contains("Node 2 lacks the setting `url`"),
                        it -> assertThat(it)
                                .isEqualTo("Node 2, setting `path`: This is no hash path. Write it as Event.id."));
    }

    @Test
    void a_required_setting_may_not_be_empty() {
        Stream.of("", List.of(), Map.of()).forEach(empty -> {
            Drawing drawing =
                    Drawing.withTrigger().node("2", "action", "webhook").set("url", empty);
            assertThat(problems(drawing.wire("1", "2")))
                    .containsExactly(new Problem.MissingParam("2", "webhook", "url"));
        });
        assertThat(problems(Drawing.withTrigger()
                        .node("2", "action", "webhook")
                        .set("url", "http://localhost")
                        .wire("1", "2")))
                .isEmpty();
    }

    @Test
    void a_wire_to_nowhere_is_a_warning() {
        Problem.DanglingWire found = only(Drawing.withTrigger().wire("1", "77"), Problem.DanglingWire.class);

        assertThat(found.edges()).containsExactly("1:output_1:0:77");
        assertThat(found.nodeIds()).containsExactly("1");
        assertThat(found.refuses()).isFalse();
        assertThat(found.message()).contains("leads to node 77, which does not exist");
    }

    @Test
    void wires_use_exits_and_inputs_that_the_modules_have() {
        Drawing drawing = Drawing.withTrigger().action("2").action("3");
        drawing.wire("1", "2").wire("2", "output_2", "3", "input_2");

        List<Problem> found = problems(drawing);

        assertThat(found).hasSize(2).allMatch(it -> it instanceof Problem.UnknownPort && !it.refuses());
        assertThat(found).allMatch(it -> it.edges().equals(List.of("2:output_2:0:3")));
        assertThat(found.get(0).nodeIds()).containsExactly("2");
        assertThat(found.get(0).message()).contains("Node 2 has no `output_2`");
        assertThat(found.get(1).nodeIds()).containsExactly("3");
        assertThat(found.get(1).message()).contains("Node 3 has no `input_2`");
    }

    @Test
    void a_node_that_nothing_leads_to_is_a_warning() {
        Problem.Unreachable found = only(Drawing.withTrigger().action("2"), Problem.Unreachable.class);

        assertThat(found.nodeIds()).containsExactly("2");
        assertThat(found.refuses()).isFalse();
        assertThat(found.message()).contains("Node 2 never runs");
    }

    @Test
    void two_nodes_with_one_id_are_a_warning() {
        Drawing drawing = Drawing.withTrigger().action("2").wire("1", "2");
        drawing.tree().put("copy", drawing.tree().get("2"));

        Problem.DuplicateId found = only(drawing, Problem.DuplicateId.class);

        assertThat(found.nodeIds()).containsExactly("2");
        assertThat(found.refuses()).isFalse();
        assertThat(found.message()).contains("Several nodes have the id 2");
    }

    @Test
    void the_drawn_trigger_is_the_one_of_the_workflow() {
        Graph graph = Drawing.withTrigger().graph();

        assertThat(GraphCheck.check(graph, new Catalogue(), "event-publish")).isEmpty();
        List<Problem> found = GraphCheck.check(graph, new Catalogue(), "event-before-save");
        assertThat(found).containsExactly(new Problem.TriggerMismatch("1", "event-publish", "event-before-save"));
        assertThat(found.get(0).refuses()).isFalse();
        assertThat(found.get(0).nodeIds()).containsExactly("1");
        assertThat(found.get(0).message()).contains("it will not run").contains("`event-before-save`");
    }

    private static List<Problem> problems(Drawing drawing) {
        return GraphCheck.check(drawing.graph(), new Catalogue(), null);
    }

    private static <P extends Problem> P only(Drawing drawing, Class<P> kind) {
        List<P> found = problems(drawing).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
