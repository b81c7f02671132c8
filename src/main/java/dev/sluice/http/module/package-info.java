/**
 * Modules: the catalogue, the choices of their parameters, running one by itself, and the tools they are made of.
 * Knows the modules and their switches; no workflow.
 */
package dev.sluice.http.module;
