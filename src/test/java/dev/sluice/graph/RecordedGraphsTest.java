package dev.sluice.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.conformance.Conformance;
import dev.sluice.payload.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What MISP answered about graphs, and every graph it was recorded with. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RecordedGraphsTest {
    private static final GraphCheck.Modules MODULES = new Catalogue();

    @ParameterizedTest(name = "{0}")
    @MethodSource("validations")
    void a_graph_is_judged_as_misp_does(String id, Object tree, Map<String, Object> expected) {
        Graph graph = Drawflow.read(tree);
        Cycles cycles = GraphCheck.cycles(graph);
        MultipleConnections multiple = GraphCheck.multipleConnections(graph);
        PathWarnings paths = GraphCheck.pathWarnings(graph, MODULES);

        assertSame(Map.of("is_acyclic", cycles.acyclic(), "cycles", cycles.edges()), result(expected, "isAcyclic"));
        assertSame(
                Map.of("has_multiple_output_connection", multiple.any(), "edges", multiple.edges()),
                result(expected, "hasMultipleOutputConnection"));
        assertSame(
                Map.of("has_path_warnings", paths.any(), "edges", paths.edges()), result(expected, "hasPathWarnings"));
        assertSame(graph.triggers().size() == 1, result(expected, "hasOneTrigger"));
        assertSame(graph.triggers().stream().map(Node::moduleId).toList(), result(expected, "extractTriggers"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("validations")
    void a_graph_is_refused_in_misps_words(String id, Object tree, Map<String, Object> expected) {
        List<Problem> problems = GraphCheck.check(Drawflow.read(tree), MODULES, null);

        List<Object> ofGraphs =
                new ArrayList<>((List<?>) map(result(expected, "addWorkflow")).get("errors"));
        ofGraphs.retainAll(map(Conformance.file("validation").get("messages")).values());
        assertThat(GraphCheck.mispMessages(problems)).isEqualTo(ofGraphs);
        assertThat(problems.stream().anyMatch(Problem::refuses)).isEqualTo(!ofGraphs.isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("labelled")
    void wires_bear_the_labels_of_active_filters(String id, Object tree, Map<String, Object> expected) {
        Graph graph = Drawflow.read(tree);
        FilterLabels labels = FilterLabels.of(graph);
        Map<String, Object> names = new LinkedHashMap<>();
        labels.bySourceOfTarget().forEach((target, sources) -> {
            Map<String, Object> bySource = new LinkedHashMap<>();
            sources.forEach((source, on) -> bySource.put(
                    source, on.stream().map(FilterLabels.Label::name).toList()));
            names.put(target, bySource);
        });

        assertSame(names, result(expected, "labels"));
        assertSame(Drawflow.write(graph, labels), changed(tree, (List<?>)
                result(expected, "attachLabelToConnections_changes")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("graphs")
    void a_graph_is_written_as_it_was_read(String id, Object tree) {
        assertThat(Json.write(Drawflow.write(Drawflow.read(tree)))).isEqualTo(Json.write(tree));
    }

    static Stream<Arguments> validations() {
        return Conformance.cases("validation")
                .filter(it -> it.get("kind").equals("graph"))
                .map(it -> Arguments.of(it.get("id"), it.get("graph"), it.get("expected")));
    }

    static Stream<Arguments> labelled() {
        return validations().filter(it -> map(it.get()[2]).containsKey("labels"));
    }

    /** All of them: no deviation touches how a graph is stored. */
    static Stream<Arguments> graphs() {
        return Stream.of("validation", "graphs", "debug")
                .flatMap(file -> ((List<?>) Conformance.file(file).get("cases")).stream())
                .map(RecordedGraphsTest::map)
                .filter(it -> it.containsKey("graph") || it.containsKey("workflow"))
                .map(it -> Arguments.of(
                        it.get("id"),
                        it.containsKey("graph")
                                ? it.get("graph")
                                : map(it.get("workflow")).get("data")));
    }

    private static void assertSame(Object actual, Object expected) {
        assertThat(Conformance.same(actual, expected))
                .as("expected %s%nbut was  %s", Json.write(expected), Json.write(actual))
                .isTrue();
    }

    private static Object result(Map<String, Object> expected, String call) {
        return Objects.requireNonNull(map(expected.get(call)).get("result"), call);
    }

    /** Applies recorded changes, each a path into the tree and the value set there. */
    private static Object changed(Object tree, List<?> changes) {
        Object copy = Json.parse(Json.write(tree));
        for (Object change : changes) {
            List<?> path = (List<?>) map(change).get("path");
            Object at = copy;
            for (Object step : path.subList(0, path.size() - 1)) {
                at = at instanceof List<?> list ? list.get(((Long) step).intValue()) : map(at).get(step.toString());
            }
            map(at).put(path.get(path.size() - 1).toString(), map(change).get("set"));
        }
        return copy;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
