package dev.sluice.graph;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The few modules that the tests of graphs know. */
final class Catalogue implements GraphCheck.Modules {
    private static final Set<String> IN = Set.of("input_1");
    private static final Set<String> OUT = Set.of("output_1");

    private final Map<String, GraphCheck.Shape> shapes = Map.of(
            "trigger:event-publish", shape(Set.of(), OUT, false),
            "trigger:event-before-save", shape(Set.of(), OUT, true),
            "logic:tag-if", shape(IN, Set.of("output_1", "output_2"), false),
            "logic:concurrent-task", shape(IN, OUT, false),
            "logic:parallel-task", shape(IN, OUT, false),
            "action:push-zmq", shape(IN, OUT, false),
            "action:stop-execution", shape(IN, Set.of(), true),
            "action:oracle_action_blocking", shape(IN, OUT, true),
            "action:webhook",
                    new GraphCheck.Shape(IN, OUT, false, Set.of("url", "path"), Set.of("url"), Catalogue::badPath));

    @Override
    public Optional<GraphCheck.Shape> find(String moduleType, String moduleId) {
        return Optional.ofNullable(shapes.get(moduleType + ":" + moduleId));
    }

    private static GraphCheck.Shape shape(Set<String> inputs, Set<String> exits, boolean blocking) {
        return new GraphCheck.Shape(inputs, exits, blocking, Set.of(), Set.of(), node -> List.of());
    }

    private static List<Problem.BadSetting> badPath(Node node) {
        return "{{".equals(node.params().get("path"))
                ? List.of(new Problem.BadSetting(node.id(), "path", "This is no hash path. Write it as Event.id."))
                : List.of();
    }
}
