package dev.sluice.module;

import java.util.List;

/**
 * One kind of node. An implementation is a CDI bean with no state of a run in it: one instance serves all runs, from
 * many threads at once. There is no registration list; being a bean is enough.
 */
public sealed interface WorkflowModule permits Trigger, Logic, Action {
    /** What the catalogue, the palette and the settings form show. Asked once, when the catalogue is built. */
    Spec spec();

    /** What keeps this module from working as it stands (a setting that is missing, say), a sentence each. */
    default List<String> diagnostics() {
        return List.of();
    }

    /** Whether it only stands for a file that cannot be loaded: it can be seen and switched off, but not on. */
    default boolean isBroken() {
        return false;
    }

    /** What is good to know about it and keeps it from nothing: that it replaces another one, say. A sentence each. */
    default List<String> remarks() {
        return List.of();
    }
}
