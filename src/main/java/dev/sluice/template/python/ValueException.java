package dev.sluice.template.python;

/** An operation that Python, or a limit, refuses. The message is a sentence for the user; the place is added by who knows it. */
public final class ValueException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ValueException(String message) {
        super(message, null, false, false);
    }
}
