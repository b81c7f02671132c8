/**
 * The filters, tests and globals of Jinja's manual, one file per family. Knows only {@code python}.
 */
package dev.sluice.template.builtin;
