/**
 * Schedules: made and changed over HTTP, and kept to by firing their triggers when they are due.
 * Knows the store's schedules, the catalogue, and how triggers are fired.
 */
package dev.sluice.http.schedule;
