package dev.sluice.module;

import jakarta.enterprise.context.ApplicationScoped;

/** Takes every template as it stands, until the template engine moves in behind the port. */
@ApplicationScoped
final class VerbatimTemplates implements Templates {
    @Override
    public Template parse(String source) {
        return data -> source;
    }

    @Override
    public String problem(String source) {
        return "";
    }
}
