package dev.sluice.engine;

import java.util.Locale;

/** How a run ended. */
public enum Outcome {
    /** The walk came to its end. */
    SUCCESS,
    /** The module {@code stop-execution} stopped it. */
    BLOCKED,
    /** Another blocking module stopped it, the data could not be normalised, or the deadline passed. */
    FAILURE,
    /** Nothing ran: the trigger is off, or no workflow listens. */
    SKIPPED;

    /** As it is answered and stored: success, blocked, failure, skipped. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
