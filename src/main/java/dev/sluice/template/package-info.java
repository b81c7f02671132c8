/**
 * Jinja2 templates: source to tokens to sealed nodes to text, without reflection. Knows only its own two rooms,
 * {@code python} (values and what can be done with them) and {@code builtin} (filters, tests, globals).
 */
package dev.sluice.template;
