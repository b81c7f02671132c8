/**
 * What all callers meet, whatever they address: the key, the limit of bodies, errors as RFC 9457, pages. The rooms below have one
 * resource class per thing that is addressed, the records they exchange beside it. May know everything below; nothing knows it.
 */
package dev.sluice.http;
