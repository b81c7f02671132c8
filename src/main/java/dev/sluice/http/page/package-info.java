/**
 * How the web pages are handed out; they themselves stand in {@code src/main/webui} and speak to Sluice by its HTTP
 * interface only. Knows nothing of the other rooms.
 */
package dev.sluice.http.page;
