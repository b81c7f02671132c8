/**
 * Python's values as templates see them: printing, comparing, calculating, methods. Knows nothing of templates.
 */
package dev.sluice.template.python;
