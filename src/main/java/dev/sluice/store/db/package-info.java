/**
 * The tables as Hibernate sees them, and the driver and dialect that let one build run on H2 and on PostgreSQL.
 * Known to the store only.
 */
package dev.sluice.store.db;
