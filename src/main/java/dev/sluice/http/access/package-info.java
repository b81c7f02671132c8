/**
 * Signing in and out of the web pages. Knows the sessions of the store; who may do what is decided one floor of HTTP
 * above, in {@code dev.sluice.http}.
 */
package dev.sluice.http.access;
