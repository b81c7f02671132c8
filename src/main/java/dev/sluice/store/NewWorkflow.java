package dev.sluice.store;

/**
 * A workflow to be created.
 *
 * @param uuid null or "" to have one made
 * @param name null or "" for {@code Workflow for trigger <trigger>}
 * @param description null for none
 * @param trigger id of the trigger it listens to; never changes
 * @param graph JSON text of the Drawflow form
 */
public record NewWorkflow(
        String uuid, String name, String description, String trigger, boolean debugEnabled, String graph) {}
