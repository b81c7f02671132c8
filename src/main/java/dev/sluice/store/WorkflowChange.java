package dev.sluice.store;

/**
 * What to change of a workflow; null leaves a part as it is.
 *
 * @param graph JSON text of the Drawflow form; makes a new version where it differs from the current one
 */
public record WorkflowChange(String name, String description, Boolean debugEnabled, String graph) {}
