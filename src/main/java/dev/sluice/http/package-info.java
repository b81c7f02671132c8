/**
 * What callers speak: one resource class per thing they address, the records they exchange nested in it, errors as RFC 9457.
 * May know everything below it; nothing knows it.
 */
package dev.sluice.http;
