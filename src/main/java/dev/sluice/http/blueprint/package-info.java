/**
 * Blueprints: nodes saved to be put into workflows again, MISP's JSON for them, and the library they come from.
 * Knows the store and how graphs are put together; not runs.
 */
package dev.sluice.http.blueprint;
