package dev.sluice.template;

/**
 * A template that cannot be read, or that failed while it was rendered. The message is a sentence for the person who
 * wrote the template; it carries no stack trace.
 */
public final class TemplateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    TemplateException(String message, int line, int column) {
        super(message, null, false, false);
        this.line = line;
        this.column = column;
    }

    /** The line of the construct that is wrong or failed; the first is 1. */
    public int line() {
        return line;
    }

    /** The column of that construct, in UTF-16 units; the first is 1. */
    public int column() {
        return column;
    }
}
