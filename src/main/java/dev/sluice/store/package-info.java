/**
 * Keeps what must outlast a restart (workflows and their versions, switches, runs) and in memory what a trigger call asks of it.
 * Knows everything below it: engine, modules and their floors. Never HTTP.
 */
package dev.sluice.store;
