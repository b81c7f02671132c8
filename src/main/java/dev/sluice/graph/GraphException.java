package dev.sluice.graph;

/** A stored graph that cannot be read. The message is a sentence for the user and names the node it is about. */
public final class GraphException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GraphException(String message) {
        super(message);
    }
}
