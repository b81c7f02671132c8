package dev.sluice.graph;

import java.util.List;

/**
 * One way into a node. Its sources mirror the wires of the exits they name; a run never looks at them, MISP's editor
 * draws from them.
 *
 * @param name as {@code input_1}
 * @param sources where the drawing says it comes from, in stored order
 */
public record Input(String name, List<Source> sources) {
    /**
     * The other end of an input's connection.
     *
     * @param node id of the node it comes from
     * @param exit name of the exit it comes from; empty where the drawing does not say
     */
    public record Source(String node, String exit) {}
}
