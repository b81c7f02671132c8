package dev.sluice.engine;

import dev.sluice.module.Occasion;
import dev.sluice.payload.Payload;

/**
 * A part of a walk that goes its own way: what is wired to a concurrent task. It keeps the plan, and so the version of
 * the workflow, that sent it off.
 *
 * @param runId the id its run will have; the same whenever the same run sends it off again
 * @param start the node it begins with, which is executed
 * @param payload its own copy of the data
 * @param occasion of the run that sent it off
 */
public record Branch(String runId, Plan plan, String start, Payload payload, Occasion occasion) {}
