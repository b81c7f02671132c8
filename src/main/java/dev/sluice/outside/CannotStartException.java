package dev.sluice.outside;

import io.quarkus.runtime.PreventFurtherStepsException;

/** A setting with which nothing can begin, told in a sentence that names it: the process ends with 1. */
public final class CannotStartException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /** @param words which setting, why it will not do, and what would */
    public CannotStartException(String words) {
        // Thrown by itself, the cause would end the start in silence; as the last one it is what is printed.
        super(words, new PreventFurtherStepsException("Sluice does not start: " + words, 1));
    }
}
