package dev.sluice.module;

import io.smallrye.mutiny.Uni;

/** The port that publishes messages to whoever subscribed. In a dry run nothing is sent. */
public interface Publisher {
    /** Publishes one message: {@code data} as JSON under a topic. Completes once it is handed to the socket. */
    Uni<Void> publish(Visit by, String topic, Object data);
}
