package dev.sluice.store;

/** What the store refuses, each kind a class; the message is a sentence for the user that says what to do. */
public abstract sealed class StoreException extends RuntimeException
        permits NotFoundException, ConflictException, StaleVersionException, InvalidException {
    private static final long serialVersionUID = 1L;

    StoreException(String message) {
        super(message);
    }
}
