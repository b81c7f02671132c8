package dev.sluice.module;

/** Tells what the platform reports because a workflow changed it from what others did. */
public interface Echoes {
    /**
     * How many workflow runs lie behind a change.
     *
     * @param thing the id or uuid of what changed
     * @param timestamp when it changed, in seconds, by the platform's clock
     * @return 0 where the change is not one of ours
     */
    int depth(String thing, long timestamp);
}
