/**
 * A workflow as it is drawn: nodes, wires, frames, what is wrong with them, and MISP's stored form of it (Drawflow), both ways.
 * Plain Java; knows nothing of payloads, modules or HTTP. What it asks of modules goes through GraphCheck.Modules.
 */
package dev.sluice.graph;
