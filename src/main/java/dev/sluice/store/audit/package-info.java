/**
 * Who changed what. Watches what Hibernate writes, so that no change can forget it; knows the tables, and nothing of HTTP
 * but the name of the one who calls.
 */
package dev.sluice.store.audit;
