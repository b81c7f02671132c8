package dev.sluice.graph;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which data filters are active on which wire, for the pills on the wires: {@code generic-filter-data} adds its label,
 * {@code generic-filter-reset} takes one or all away. Where paths join, the labels of each count.
 *
 * @param bySourceOfTarget labels by target node id, then source node id; wires without labels are absent
 */
public record FilterLabels(Map<String, Map<String, List<Label>>> bySourceOfTarget) {
    /** Labels kept per wire: the modules offer six, but a drawing may hold any text. */
    private static final int MAX_LABELS = 26;

    /**
     * One label.
     *
     * @param id the name in camelBack, as {@code labelA}
     * @param name as the filter node gives it, as {@code A}
     */
    public record Label(String id, String name) {
        static Label of(String name) {
            return new Label(camelBack(name), name);
        }
    }

    /** Follows all exits from the trigger; without a trigger there are no labels. */
    public static FilterLabels of(Graph graph) {
        Map<String, Set<Label>> reaching = new HashMap<>();
        Deque<Node> changed = new ArrayDeque<>();
        graph.trigger().ifPresent(trigger -> {
            reaching.put(trigger.id(), new LinkedHashSet<>());
            changed.add(trigger);
        });
        // What reaches a node only ever grows, so this ends on cycles too.
        while (!changed.isEmpty()) {
            Node node = changed.remove();
            Collection<Label> leaving = leaving(node, reaching.get(node.id()));
            for (Wire wire : node.wires()) {
                graph.node(wire.to()).ifPresent(target -> {
                    Set<Label> known = reaching.get(target.id());
                    boolean news = known == null;
                    known = news ? new LinkedHashSet<>() : known;
                    reaching.put(target.id(), known);
                    for (Label label : leaving) {
                        news |= known.size() < MAX_LABELS && known.add(label);
                    }
                    if (news) {
                        changed.add(target);
                    }
                });
            }
        }
        Map<String, Map<String, List<Label>>> labels = new LinkedHashMap<>();
        for (Node node : graph.nodes()) {
            if (!reaching.containsKey(node.id())) {
                continue;
            }
            List<Label> leaving = List.copyOf(leaving(node, reaching.get(node.id())));
            if (!leaving.isEmpty()) {
                node.wires().forEach(wire -> labels.computeIfAbsent(wire.to(), to -> new LinkedHashMap<>())
                        .put(node.id(), leaving));
            }
        }
        return new FilterLabels(labels);
    }

    /** The labels on the wires from {@code source} to {@code target}, in the order they were added; often none. */
    public List<Label> on(String target, String source) {
        return bySourceOfTarget.getOrDefault(target, Map.of()).getOrDefault(source, List.of());
    }

    private static Collection<Label> leaving(Node node, Set<Label> reaching) {
        if (node.isLogic("generic-filter-data")) {
            Set<Label> labels = new LinkedHashSet<>(reaching);
            String label = label(node, "A");
            if (!label.isEmpty()) {
                labels.add(Label.of(label));
            }
            return labels;
        }
        if (node.isLogic("generic-filter-reset")) {
            String label = label(node, "all");
            return reaching.stream()
                    .filter(it -> !label.equals("all") && !label.equals(it.name()))
                    .toList();
        }
        return reaching;
    }

    private static String label(Node node, String otherwise) {
        Object label = node.params().get("filtering-label");
        return label == null ? otherwise : label.toString();
    }

    /** "Label A" and "label_a" are both labelA, as CakePHP names variables. */
    private static String camelBack(String name) {
        StringBuilder id = new StringBuilder();
        char before = '-';
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean gap = c == ' ' || c == '_';
            boolean starts =
                    before == ' ' || before == '_' || (Character.isUpperCase(c) && Character.isLetterOrDigit(before));
            if (!gap) {
                id.append(starts && !id.isEmpty() ? Character.toUpperCase(c) : Character.toLowerCase(c));
            }
            before = c;
        }
        return id.toString();
    }
}
