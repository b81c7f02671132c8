package dev.sluice.store;

/** There is no such thing. */
public final class NotFoundException extends StoreException {
    private static final long serialVersionUID = 1L;

    /** With the sentence to show. */
    public NotFoundException(String message) {
        super(message);
    }
}
