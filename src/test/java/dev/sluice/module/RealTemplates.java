package dev.sluice.module;

/** The template engine as modules get it, for tests and benchmarks without CDI. */
public final class RealTemplates {
    private RealTemplates() {}

    /** What is behind the port. */
    public static Templates jinja() {
        return new JinjaTemplates();
    }
}
