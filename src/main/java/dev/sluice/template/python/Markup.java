package dev.sluice.template.python;

/** Text that is already safe HTML: printed as it stands, and other text joined to it is escaped. */
public record Markup(String text) {}
