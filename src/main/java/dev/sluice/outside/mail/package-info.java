/**
 * Mail by SMTP. Knows the port it stands behind, and of the room above it only how errors and settings are told.
 */
package dev.sluice.outside.mail;
