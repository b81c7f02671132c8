/**
 * What lies outside of the program and how it is reached: HTTP servers here, the rest in rooms of its own. One class per port
 * of the module contract is the bean that modules are given; it records in a dry run and calls the real client otherwise.
 */
package dev.sluice.outside;
