/**
 * Schedules: when which trigger is to be fired with which data, and who of several processes does it.
 * Knows the database; neither the engine nor HTTP, which does the firing.
 */
package dev.sluice.store.schedules;
