/**
 * What starts a workflow: the events of MISP's life that it tells or asks about, and triggers that users declare.
 * They know the module contract and how payloads are brought into core format.
 */
package dev.sluice.modules.trigger;
