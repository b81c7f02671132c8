/**
 * Debug mode: what a run does, told request by request to a listener, which is Sluice itself unless a server is named.
 * Knows the engine, which it watches, and how to call a server; never HTTP.
 */
package dev.sluice.store.debug;
