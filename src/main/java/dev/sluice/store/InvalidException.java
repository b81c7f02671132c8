package dev.sluice.store;

/** What was given cannot be stored, or asked for. */
public final class InvalidException extends StoreException {
    private static final long serialVersionUID = 1L;

    /** With the sentence to show. */
    public InvalidException(String message) {
        super(message);
    }
}
