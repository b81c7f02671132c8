package dev.sluice.engine;

import dev.sluice.graph.Node;
import dev.sluice.payload.Payload;
import java.util.Map;

/**
 * Is told of one run, in order, on the threads that carry the run: methods must neither block nor keep the data, which
 * changes when they return. What they throw is logged and changes nothing in the run.
 */
public interface Watch {
    /** Nobody looks on. */
    Watch NONE = new Watch() {};

    /** What the platform sent, before anything is done to it. */
    default void received(Map<String, Object> raw) {}

    /** What modules will see. */
    default void normalized(Map<String, Object> data) {}

    /** The walk begins; not told where the conditions of the trigger are not met, nor of a branch, which begins at once. */
    default void begun() {}

    /** The walk reached a node, its module comes next. Not told where there is nothing to run. */
    default void entered(Node node) {}

    /** A node is done with, logic included. */
    default void visited(Node node, Visited visited, Payload payload) {}

    /** The run is over; it is told last, also of a run that never began to walk. */
    default void ended(Run run) {}
}
