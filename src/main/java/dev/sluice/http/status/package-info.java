/**
 * How Sluice and its neighbours are, for people. What machines ask is under {@code /q/health} and {@code /q/metrics}.
 */
package dev.sluice.http.status;
