package dev.sluice.module;

/** Which modules an administrator has switched on. Asked at every node, so the answer is in memory. */
@FunctionalInterface
public interface Switches {
    /** Whether a logic or action module may run, or a trigger may fire. */
    boolean isOn(Spec spec);
}
