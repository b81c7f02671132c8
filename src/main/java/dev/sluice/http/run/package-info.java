/**
 * Runs: those that a call starts, by a trigger or by hand, and those of the history.
 * Knows the engine and the store; of the other rooms only MISP's service knows it, which fires triggers.
 */
package dev.sluice.http.run;
