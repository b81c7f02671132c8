/**
 * Triggers: what there is, what is set for it and drawn for it, and those that users declare.
 * Knows the store; firing one is a run and is in that room.
 */
package dev.sluice.http.trigger;
