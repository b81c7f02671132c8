package dev.sluice.graph;

import java.util.List;

/**
 * One way out of a node.
 *
 * @param name as {@code output_1}
 * @param wires its connections in stored order, often none
 */
public record Exit(String name, List<Wire> wires) {}
