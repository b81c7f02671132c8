/**
 * Modules written in Python: those of misp-modules services, found and asked over HTTP, and files in a folder of ours.
 * May know the module contract and what lies under it; nothing knows this package.
 */
package dev.sluice.outside.modules;
