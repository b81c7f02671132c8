/**
 * The contract of a module: what it is (Spec, Param), what it is handed (Visit), what it answers (Way, Step), the ports it acts through.
 * Knows graph and payload; never the engine, the modules themselves, the store or HTTP.
 */
package dev.sluice.module;
