package dev.sluice.outside;

/** Something outside could not be reached, or not in this way. The message is written for the user and complete. */
public final class OutsideException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the sentence that is shown. */
    public OutsideException(String message) {
        super(message, null, false, false);
    }
}
