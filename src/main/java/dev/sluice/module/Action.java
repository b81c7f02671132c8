package dev.sluice.module;

import io.smallrye.mutiny.Uni;

/** A node that does something. */
public non-sealed interface Action extends WorkflowModule {
    /**
     * Acts without blocking the calling thread. A failed Uni or an exception becomes a node error with its message.
     *
     * @return {@link Step#goOn()}, or {@link Step#stop} with the reasons, which a blocking module uses for its veto
     */
    Uni<Step> act(Visit visit);
}
