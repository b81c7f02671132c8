/**
 * Nodes that choose where a walk goes on: the IFs, the data filters and the concurrent task.
 * They know the module contract and the payload; they change nothing outside and wait for nothing.
 */
package dev.sluice.modules.logic;
