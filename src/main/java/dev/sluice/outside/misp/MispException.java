package dev.sluice.outside.misp;

/** MISP refused, failed, or answered what cannot be used. The message is written for the user and complete. */
final class MispException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    MispException(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    /** The status of the answer; 0 where there was none. */
    int status() {
        return status;
    }

    /** Whether a gateway says that MISP is away for the moment. */
    boolean isPassing() {
        return status >= 502 && status <= 504;
    }
}
