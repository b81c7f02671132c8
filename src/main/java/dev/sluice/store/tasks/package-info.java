/**
 * Work that nobody waits for: branches and runs of non-blocking triggers, a bounded number at once.
 * Knows the engine and the history; never HTTP.
 */
package dev.sluice.store.tasks;
