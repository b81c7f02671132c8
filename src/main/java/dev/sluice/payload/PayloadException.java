package dev.sluice.payload;

/**
 * The data does not allow what was asked of it: a value of the wrong kind, a budget exceeded, JSON that does not parse.
 * The message is written for the person who drew the workflow.
 */
public final class PayloadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** An error with the sentence to show. */
    public PayloadException(String message) {
        super(message);
    }
}
