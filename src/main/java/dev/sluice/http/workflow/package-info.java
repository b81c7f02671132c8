/**
 * Workflows: drawn, changed, checked, their versions, and the JSON that MISP has for them.
 * Knows the store and the check of graphs; neither runs, triggers nor modules over HTTP.
 */
package dev.sluice.http.workflow;
