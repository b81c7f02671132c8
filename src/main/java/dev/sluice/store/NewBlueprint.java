package dev.sluice.store;

/**
 * What is given of a blueprint, to create one or to change one; null leaves a part as it is, or as a new one has it.
 *
 * @param uuid null or "" to have one made; of no effect on one that is there
 * @param name must not be empty
 * @param savedAt unix seconds; null or 0 for now, or for as before
 * @param nodes a list or map of nodes in the Drawflow form, or JSON text of one; null for none
 */
public record NewBlueprint(String uuid, String name, String description, Long savedAt, Object nodes) {}
