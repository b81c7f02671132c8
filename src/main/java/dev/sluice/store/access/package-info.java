/**
 * Who may call: what is kept of browsers that are signed in. Knows the tables and nothing of HTTP.
 */
package dev.sluice.store.access;
