/**
 * Secrets that parameters of workflows name: where their values are, and who may be told them.
 */
package dev.sluice.outside.secret;
