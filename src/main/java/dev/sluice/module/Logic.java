package dev.sluice.module;

/** A node that chooses where to go on. It changes nothing outside and waits for nothing. */
public non-sealed interface Logic extends WorkflowModule {
    /**
     * Chooses an exit. An exception counts as the second exit ("else") with its message in the trail, as in MISP.
     */
    Way choose(Visit visit);
}
