/**
 * Runs workflows: a Plan is a graph compiled once, a Walk is one way through it, a Run is what came of it.
 * Knows graph, payload and the module contract; never a module, the store or HTTP. CDI hands it the modules.
 */
package dev.sluice.engine;
