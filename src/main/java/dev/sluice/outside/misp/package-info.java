/**
 * MISP on the other side: its REST interface behind the port Misp, look-ups for pickers, its health, our own writes.
 * Knows the HTTP client of the outside and the ports; nobody knows it.
 */
package dev.sluice.outside.misp;
