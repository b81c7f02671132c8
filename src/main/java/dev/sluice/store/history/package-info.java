/**
 * What happened: runs and the execution log, written behind the callers' backs in batches, read in pages.
 * Knows the engine's Run and the store; never HTTP.
 */
package dev.sluice.store.history;
