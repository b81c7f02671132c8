/**
 * The data a workflow looks at: JSON values, hash paths into them, PHP's loose comparison, conditions, filters, MISP core format.
 * Plain Java and Jackson; knows nothing of graphs, modules or HTTP.
 */
package dev.sluice.payload;
