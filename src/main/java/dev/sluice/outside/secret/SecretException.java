package dev.sluice.outside.secret;

/** A secret cannot be told. The message is written for the user and complete, and has no value in it. */
public final class SecretException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SecretException(String message) {
        super(message, null, false, false);
    }
}
