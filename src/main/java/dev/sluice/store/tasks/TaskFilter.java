package dev.sluice.store.tasks;

/**
 * Which tasks; null for any.
 *
 * @param state waiting, running or dead
 */
public record TaskFilter(String state, String trigger, Long workflowId) {}
