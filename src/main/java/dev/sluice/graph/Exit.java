package dev.sluice.graph;

import java.util.List;

/**
 * One way out of a node.
 *
 * @param name as {@code output_1}
 * @param wires its connections in stored order, often none
 */
public record Exit(String name, List<Wire> wires) {
    /** The name of the exit that a node takes on an error, if its {@link Policy} says so. */
    public static final String ERROR = "error";

    /** Whether this is the way out for errors, of which MISP knows nothing. */
    public boolean isForErrors() {
        return name.equals(ERROR);
    }
}
