package dev.sluice.module;

/**
 * On whose behalf a module acts.
 *
 * @param runId id of the run
 * @param workflowId id of the workflow
 * @param workflowName its name
 * @param triggerId the trigger that fired
 * @param depth how many workflow runs lie behind the call that started this one; sent on as {@code Sluice-Depth}
 */
public record Occasion(String runId, long workflowId, String workflowName, String triggerId, int depth) {}
