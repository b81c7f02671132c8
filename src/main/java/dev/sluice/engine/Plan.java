package dev.sluice.engine;

import dev.sluice.graph.Exit;
import dev.sluice.graph.Graph;
import dev.sluice.graph.Node;
import dev.sluice.graph.Policy;
import dev.sluice.graph.Wire;
import dev.sluice.module.Modules;
import dev.sluice.module.Settings;
import dev.sluice.module.Spec;
import dev.sluice.module.Templates;
import dev.sluice.module.Trigger;
import dev.sluice.module.WorkflowModule;
import dev.sluice.payload.Filter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A version of a workflow, compiled: modules looked up, parameters read, paths and filters parsed, wires turned into
 * references. Immutable and shared by all runs of that version.
 */
public final class Plan {
    /** Which version of which workflow. */
    public record Source(long workflowId, int version, String name, String trigger, boolean debug) {}

    /** A node with everything that a visit needs; {@code module} is null where no module of that kind and id exists. */
    record Stop(
            Node node,
            Object shownId,
            WorkflowModule module,
            Spec spec,
            Settings settings,
            Filter filter,
            Track[] tracks,
            Track errorTrack) {

        Policy policy() {
            return node.policy();
        }

        String id() {
            return node.id();
        }

        String moduleId() {
            return node.moduleId();
        }

        String type() {
            return node.moduleType();
        }

        boolean isLogic() {
            return type().equals(Spec.Type.LOGIC.id());
        }

        /** Where a wire leads back to the start the walk goes through, doing nothing. */
        boolean isTrigger() {
            return type().equals(Spec.Type.TRIGGER.id());
        }

        Stream<String> targets() {
            return Stream.concat(Stream.of(tracks), Stream.of(errorTrack))
                    .flatMap(it -> Stream.of(it.rails()))
                    .map(Rail::target);
        }
    }

    /** Everything wired to one exit. */
    record Track(String exit, Rail[] rails) {}

    /** One wire; its target is looked up by id because graphs may have cycles, and may lead nowhere. */
    record Rail(String edge, String target) {}

    private static final Track NOWHERE = new Track(Exit.ERROR, new Rail[0]);

    private final Source source;
    private final Map<String, Stop> stops;
    private final Stop start;

    private final boolean cyclic;
    private final boolean joining;
    private final boolean leisurely;

    private Plan(Source source, Map<String, Stop> stops, Stop start) {
        this.source = source;
        this.stops = stops;
        this.start = start;
        this.cyclic = isCyclic(stops);
        this.joining = isJoining(stops);
        this.leisurely = stops.values().stream()
                .anyMatch(it -> it.settings() != null && it.settings().holdTemplates());
    }

    /**
     * Compiles a graph. It may have any of the faults that {@code GraphCheck} finds: what does not work shows in the run,
     * where MISP shows it.
     */
    public static Plan of(Source source, Graph graph, Modules modules, Templates templates) {
        Map<String, Stop> stops = new HashMap<>();
        for (Node node : graph.nodes()) {
            stops.put(node.id(), stop(node, modules, templates));
        }
        return new Plan(
                source, stops, graph.trigger().map(it -> stops.get(it.id())).orElse(null));
    }

    private static Stop stop(Node node, Modules modules, Templates templates) {
        WorkflowModule module = modules.find(node.moduleType(), node.moduleId()).orElse(null);
        Spec spec = module == null ? null : module.spec();
        Settings settings = module == null ? null : Settings.of(spec, node.params(), templates);
        return new Stop(
                node,
                node.shownId(),
                module,
                spec,
                settings,
                Filter.of(node.savedFilters()),
                node.exits().stream()
                        .filter(it -> !it.isForErrors())
                        .map(Plan::track)
                        .toArray(Track[]::new),
                node.exits().stream()
                        .filter(Exit::isForErrors)
                        .findFirst()
                        .map(Plan::track)
                        .orElse(NOWHERE));
    }

    private static Track track(Exit exit) {
        List<Wire> wires = exit.wires();
        return new Track(
                exit.name(),
                wires.stream().map(it -> new Rail(it.edge(), it.to())).toArray(Rail[]::new));
    }

    /** Takes away nodes that no wire leads to until none is left, or only a cycle. */
    private static boolean isCyclic(Map<String, Stop> stops) {
        Map<String, Integer> entries = new HashMap<>();
        stops.values().forEach(it -> it.targets().forEach(target -> entries.merge(target, 1, Integer::sum)));
        Deque<Stop> free = new ArrayDeque<>();
        stops.values().stream().filter(it -> !entries.containsKey(it.id())).forEach(free::add);
        int taken = 0;
        for (Stop next = free.poll(); next != null; next = free.poll(), taken++) {
            next.targets().forEach(target -> {
                if (entries.merge(target, -1, Integer::sum) == 0 && stops.containsKey(target)) {
                    free.add(stops.get(target));
                }
            });
        }
        return taken < stops.size();
    }

    private static boolean isJoining(Map<String, Stop> stops) {
        Set<String> seen = new HashSet<>();
        return stops.values().stream().flatMap(Stop::targets).anyMatch(it -> !seen.add(it));
    }

    /** Whether several wires lead to one node, so that a walk may visit it more than once. */
    boolean isJoining() {
        return joining;
    }

    /** Whether a walk could come back to where it was. */
    boolean isCyclic() {
        return cyclic;
    }

    /** Whether a walk may take longer than an event loop can be held up: a template may take a second. */
    public boolean isLeisurely() {
        return leisurely;
    }

    /** Which version of which workflow this is. */
    public Source source() {
        return source;
    }

    /** The module of the trigger node the walk starts from; empty where the graph has none or it is unknown. */
    public Optional<Trigger> trigger() {
        return start != null && start.module() instanceof Trigger trigger ? Optional.of(trigger) : Optional.empty();
    }

    /** The module id of the trigger node, or "". */
    public String triggerId() {
        return start == null ? "" : start.moduleId();
    }

    Stop start() {
        return start;
    }

    /** Whether the drawing itself says how to go on when that node breaks, so that no repetition of the run is called for. */
    public boolean dealsWithErrorsOf(Object nodeId) {
        Stop stop = stops.get(String.valueOf(nodeId));
        return stop != null
                && (stop.policy().onError() == Policy.OnError.CONTINUE
                        || stop.policy().onError() == Policy.OnError.EXIT);
    }

    /** The node of that id, or null where a wire leads nowhere. */
    Stop stop(String id) {
        return stops.get(id);
    }
}
