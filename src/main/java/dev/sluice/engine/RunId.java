package dev.sluice.engine;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Ids of runs: UUIDs of version 7 (RFC 9562), so that sorting by id is sorting by time. */
public final class RunId {
    private RunId() {}

    /** A new one, of the given moment in milliseconds since 1970. */
    public static String at(long epochMillis) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = (epochMillis << 16) | 0x7000 | random.nextInt(0x1000);
        long low = (random.nextLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }
}
