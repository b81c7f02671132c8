/**
 * Runs while they go: a stream of events for whoever reads it at the moment.
 * Knows the engine, which it watches; neither the store nor the other rooms.
 */
package dev.sluice.http.live;
