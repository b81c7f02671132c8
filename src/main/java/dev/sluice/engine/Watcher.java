package dev.sluice.engine;

/** The port to those who look on while runs go their way: debugging, live views, traces. Every bean of it is asked. */
public interface Watcher {
    /**
     * What is known of a run before it begins.
     *
     * @param parentId the run that sent this branch off; null for a trigger call
     * @param blocking whether the trigger is; false for a branch
     * @param depth how many workflow runs lie behind it
     */
    record Head(String runId, String parentId, Plan.Source source, boolean blocking, boolean dryRun, int depth) {}

    /** Who is to be told of this run, or {@link Watch#NONE}. Asked for every run, so it must be quick. */
    Watch watch(Head head);
}
