/**
 * Sluice as the Action service of a MISP that knows nothing of it: the protocol of misp-modules, with triggers for modules.
 * Knows how triggers are fired, and the real misp-modules behind it.
 */
package dev.sluice.http.service;
