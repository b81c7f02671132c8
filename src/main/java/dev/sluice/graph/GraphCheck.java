package dev.sluice.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** What is wrong with a graph, all at once: what refuses it first, in MISP's order, then warnings in drawing order. */
public final class GraphCheck {
    /** How many cycles are told; one is enough to refuse a graph. */
    private static final int MAX_CYCLES = 20;

    private final Graph graph;
    private final Modules modules;
    private final List<Problem> problems = new ArrayList<>();

    private GraphCheck(Graph graph, Modules modules) {
        this.graph = graph;
        this.modules = modules;
    }

    /** What a check must know of modules; answered by whoever knows them. */
    public interface Modules {
        /** The module of that type ({@code trigger}, {@code logic}, {@code action}) and id, historic ids included. */
        Optional<Shape> find(String moduleType, String moduleId);
    }

    /**
     * The outside of a module, as a graph meets it.
     *
     * @param inputs names of its inputs, as {@code input_1}
     * @param exits names of its exits, as {@code output_1}
     * @param blocking whether it can stop the operation that the trigger belongs to
     * @param params ids of all its parameters
     * @param requiredParams those of them that must not be empty and have no default
     * @param settings what of a node's settings and filter the module cannot understand; empty where all is well
     */
    public record Shape(
            Set<String> inputs,
            Set<String> exits,
            boolean blocking,
            Set<String> params,
            Set<String> requiredParams,
            Function<Node, List<Problem.BadSetting>> settings) {}

    /**
     * All problems of a graph.
     *
     * @param triggerOfWorkflow id of the trigger that the workflow belongs to; null where it is not known yet
     */
    public static List<Problem> check(Graph graph, Modules modules, String triggerOfWorkflow) {
        GraphCheck check = new GraphCheck(graph, modules);
        check.rulesOfMisp();
        check.trigger(triggerOfWorkflow);
        check.duplicateIds();
        graph.nodes().forEach(check::node);
        check.unreachable();
        check.paths();
        return List.copyOf(check.problems);
    }

    /** MISP's own messages for the problems that refuse a graph, each once, in the order MISP checks. */
    public static List<String> mispMessages(List<Problem> problems) {
        return problems.stream()
                .filter(Problem.Refusal.class::isInstance)
                .map(it -> ((Problem.Refusal) it).mispMessage())
                .distinct()
                .toList();
    }

    /** The {@code is_acyclic} part of MISP's live check. */
    public static Cycles cycles(Graph graph) {
        return Cycles.first(graph);
    }

    /** The {@code multiple_output_connection} part of MISP's live check. */
    public static MultipleConnections multipleConnections(Graph graph) {
        return MultipleConnections.of(graph);
    }

    /** The {@code path_warnings} part of MISP's live check. Whether a module is enabled does not matter. */
    public static PathWarnings pathWarnings(Graph graph, Modules modules) {
        Predicate<Node> blocking = node -> !node.isTrigger()
                && modules.find(node.moduleType(), node.moduleId())
                        .map(Shape::blocking)
                        .orElse(false);
        return PathWarnings.of(graph, blocking);
    }

    private void rulesOfMisp() {
        problems.addAll(Cycles.all(graph, MAX_CYCLES));
        List<String> triggers = graph.triggers().stream().map(Node::id).toList();
        if (triggers.size() != 1) {
            problems.add(new Problem.TriggerCount(triggers.size(), triggers));
        }
        problems.addAll(MultipleConnections.all(graph));
    }

    private void trigger(String expected) {
        graph.trigger()
                .filter(it -> expected != null && !it.moduleId().equals(expected))
                .ifPresent(it -> problems.add(new Problem.TriggerMismatch(it.id(), it.moduleId(), expected)));
    }

    private void duplicateIds() {
        Set<String> seen = new HashSet<>();
        graph.nodes().stream()
                .map(Node::id)
                .filter(id -> !seen.add(id))
                .distinct()
                .forEach(id -> problems.add(new Problem.DuplicateId(id)));
    }

    private void node(Node node) {
        Optional<Shape> module = find(node);
        if (module.isEmpty()) {
            problems.add(new Problem.UnknownModule(node.id(), node.moduleType(), node.moduleId()));
        }
        module.ifPresent(shape -> settings(node, shape));
        node.policy().problems().forEach(it -> problems.add(new Problem.BadPolicy(node.id(), it)));
        node.wires().forEach(wire -> wire(node, module, wire));
    }

    private void settings(Node node, Shape shape) {
        for (String param : node.params().keySet()) {
            if (!shape.params().contains(param)) {
                problems.add(new Problem.UnknownParam(node.id(), node.moduleId(), param));
            }
        }
        for (String param : shape.requiredParams()) {
            if (isEmpty(node.params().get(param))) {
                problems.add(new Problem.MissingParam(node.id(), node.moduleId(), param));
            }
        }
        problems.addAll(shape.settings().apply(node));
    }

    private void wire(Node node, Optional<Shape> module, Wire wire) {
        if (module.isPresent()
                && !module.get().exits().contains(wire.exit())
                && !wire.exit().equals(Exit.ERROR)) {
            problems.add(new Problem.UnknownPort(node.id(), wire.exit(), wire));
        }
        Optional<Node> target = graph.node(wire.to());
        if (target.isEmpty()) {
            problems.add(new Problem.DanglingWire(wire));
        }
        target.flatMap(this::find)
                .filter(it -> !wire.toPort().isEmpty() && !it.inputs().contains(wire.toPort()))
                .ifPresent(it -> problems.add(new Problem.UnknownPort(wire.to(), wire.toPort(), wire)));
    }

    /** Without a trigger nothing is reachable, which goes without saying. */
    private void unreachable() {
        Set<String> reached = new HashSet<>();
        Deque<Node> next = new ArrayDeque<>(graph.triggers());
        if (next.isEmpty()) {
            return;
        }
        while (!next.isEmpty()) {
            Node node = next.pop();
            if (reached.add(node.id())) {
                node.wires().forEach(wire -> graph.node(wire.to()).ifPresent(next::add));
            }
        }
        graph.nodes().stream()
                .map(Node::id)
                .filter(id -> !reached.contains(id))
                .forEach(id -> problems.add(new Problem.Unreachable(id)));
    }

    private void paths() {
        PathWarnings warnings = pathWarnings(graph, modules);
        problems.addAll(warnings.paths());
        if (!warnings.complete()) {
            problems.add(new Problem.TooManyPaths(warnings.paths().size()));
        }
    }

    private Optional<Shape> find(Node node) {
        return modules.find(node.moduleType(), node.moduleId());
    }

    private static boolean isEmpty(Object value) {
        return Objects.isNull(value)
                || value.equals("")
                || (value instanceof List<?> list && list.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
    }
}
