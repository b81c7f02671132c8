/**
 * Traces: a span for each run and each node, for a collector of OpenTelemetry. Off unless the settings say otherwise.
 * Knows the engine, which it watches; neither the rest of the store nor HTTP.
 */
package dev.sluice.store.trace;
