/**
 * Nodes that do something: stop the operation, tell others, change what is there.
 * They know the module contract and the payload, and act on the world through its ports only.
 */
package dev.sluice.modules.action;
