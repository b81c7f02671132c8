/**
 * Background work: what waits, what runs, what failed for good.
 * Knows the store and HTTP; never the engine.
 */
package dev.sluice.http.task;
