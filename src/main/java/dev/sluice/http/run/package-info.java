/**
 * Runs: those that a call starts, by a trigger or by hand, and those of the history.
 * Knows the engine and the store; the other resources do not know it, nor it them.
 */
package dev.sluice.http.run;
