/**
 * Work that nobody waits for: branches and runs of non-blocking triggers, kept in the database until they are done.
 * Knows the engine and the history; never HTTP.
 */
package dev.sluice.store.tasks;
