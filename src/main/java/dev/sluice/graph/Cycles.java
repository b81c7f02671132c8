package dev.sluice.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * MISP's answer to "is this graph acyclic".
 *
 * @param wires the wires of the first cycle found, the one that closes it first and back from there; empty where there is
 *     none. Of a wire from a node to itself MISP also lists the way from where the search started to that node.
 */
public record Cycles(List<Wire> wires) {
    /** Whether there is no cycle. */
    public boolean acyclic() {
        return wires.isEmpty();
    }

    /** As MISP answers: {@code [from, to, "Cycle"]} each, ids as numbers. */
    public List<List<Object>> edges() {
        return wires.stream()
                .map(wire -> List.<Object>of(Node.shown(wire.from()), Node.shown(wire.to()), "Cycle"))
                .toList();
    }

    static Cycles first(Graph graph) {
        return new Cycles(search(graph, 1).stream().findFirst().orElse(List.of()));
    }

    /** One cycle for every wire that closes one, up to {@code limit} of them, each in the order it is followed. */
    static List<Problem.Cycle> all(Graph graph, int limit) {
        return search(graph, limit).stream()
                .map(wires -> {
                    boolean loop = wires.get(0).from().equals(wires.get(0).to());
                    List<Wire> forward = new ArrayList<>(loop ? wires.subList(0, 1) : wires);
                    Collections.reverse(forward);
                    return new Problem.Cycle(List.copyOf(forward));
                })
                .toList();
    }

    /** Depth first in drawing order, with its own stack: a graph may be one chain of thousands of nodes. */
    private static List<List<Wire>> search(Graph graph, int limit) {
        List<List<Wire>> found = new ArrayList<>();
        Map<String, Boolean> open = new HashMap<>();
        Deque<Visit> path = new ArrayDeque<>();
        for (Node root : graph.nodes()) {
            if (!open.containsKey(root.id())) {
                path.push(new Visit(root.id(), null, root.wires().iterator()));
                open.put(root.id(), true);
            }
            while (!path.isEmpty()) {
                Visit here = path.peek();
                if (!here.left.hasNext()) {
                    open.put(here.id, false);
                    path.pop();
                    continue;
                }
                Wire wire = here.left.next();
                Node target = graph.node(wire.to()).orElse(null);
                Boolean state = open.get(wire.to());
                if (target != null && state == null) {
                    path.push(new Visit(target.id(), wire, target.wires().iterator()));
                    open.put(target.id(), true);
                } else if (target != null && state) {
                    found.add(unwound(wire, path));
                    if (found.size() == limit) {
                        return found;
                    }
                }
            }
        }
        return found;
    }

    private static List<Wire> unwound(Wire closing, Iterable<Visit> pathFromTheEnd) {
        List<Wire> wires = new ArrayList<>();
        wires.add(closing);
        for (Visit visit : pathFromTheEnd) {
            if (visit.by == null) {
                break;
            }
            wires.add(visit.by);
            if (visit.by.from().equals(closing.to())) {
                break;
            }
        }
        return wires;
    }

    private record Visit(String id, Wire by, Iterator<Wire> left) {}
}
