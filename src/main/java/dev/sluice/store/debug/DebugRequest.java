package dev.sluice.store.debug;

import java.time.Instant;

/**
 * One thing that a run in debug mode tells.
 *
 * @param path behind the address of the listener, with its query, encoded
 * @param body JSON in UTF-8
 */
record DebugRequest(long workflowId, String runId, Instant at, String path, byte[] body) {
    private static final int OVERHEAD = 200;

    /** About how many bytes of memory it takes. */
    long size() {
        return body.length + (long) OVERHEAD;
    }
}
