package dev.sluice.store.history;

import dev.sluice.engine.Run;

/**
 * A run as it is to be kept.
 *
 * @param input what the platform sent, or null
 * @param noInput why there is none, a sentence; null where there is one
 */
record Kept(Run run, byte[] input, String noInput) {
    /** How much memory its input takes while it waits. */
    int weight() {
        return input == null ? 0 : input.length;
    }
}
