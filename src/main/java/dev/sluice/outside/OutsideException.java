package dev.sluice.outside;

/** Something outside could not be reached, or not in this way. The message is written for the user and complete. */
public final class OutsideException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean passing;
    private final boolean answered;

    /** With the sentence that is shown. */
    public OutsideException(String message) {
        this(message, false);
    }

    OutsideException(String message, boolean passing) {
        this(message, passing, false);
    }

    private OutsideException(String message, boolean passing, boolean answered) {
        super(message, null, false, false);
        this.passing = passing;
        this.answered = answered;
    }

    /** The host did answer, but that will not do. */
    static OutsideException answered(String message) {
        return new OutsideException(message, false, true);
    }

    boolean isAnswered() {
        return answered;
    }

    /** Whether the same request may well succeed in a moment: a connection that was refused or broken off. */
    public boolean isPassing() {
        return passing;
    }
}
