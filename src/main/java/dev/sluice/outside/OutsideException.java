package dev.sluice.outside;

/** Something outside could not be reached, or not in this way. The message is written for the user and complete. */
public final class OutsideException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean passing;
    private final boolean answered;
    private final boolean untrusted;

    /** With the sentence that is shown. */
    public OutsideException(String message) {
        this(message, false, false);
    }

    OutsideException(String message, boolean passing, boolean untrusted) {
        this(message, passing, untrusted, false);
    }

    private OutsideException(String message, boolean passing, boolean untrusted, boolean answered) {
        super(message, null, false, false);
        this.passing = passing;
        this.untrusted = untrusted;
        this.answered = answered;
    }

    /** The host did answer, but that will not do. */
    static OutsideException answered(String message) {
        return new OutsideException(message, false, false, true);
    }

    /** The same failure in other words. */
    OutsideException saying(String other) {
        return new OutsideException(other, passing, untrusted, answered);
    }

    boolean isAnswered() {
        return answered;
    }

    /** Whether the same request may well succeed in a moment: a connection that was refused or broken off. */
    public boolean isPassing() {
        return passing;
    }

    /** Whether it is the certificate of the server that will not do. */
    public boolean isUntrusted() {
        return untrusted;
    }
}
