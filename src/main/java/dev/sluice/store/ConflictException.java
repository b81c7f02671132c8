package dev.sluice.store;

/** It would clash with what is there already. */
public final class ConflictException extends StoreException {
    private static final long serialVersionUID = 1L;

    /** With the sentence to show. */
    public ConflictException(String message) {
        super(message);
    }
}
