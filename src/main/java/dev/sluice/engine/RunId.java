package dev.sluice.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Ids of runs: UUIDs of version 7 (RFC 9562), so that sorting by id is sorting by time. */
public final class RunId {
    private static final int TIME_DIGITS = 12;

    private RunId() {}

    /** A new one, of the given moment in milliseconds since 1970. */
    public static String at(long epochMillis) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return of(epochMillis, random.nextInt(), random.nextLong());
    }

    /**
     * The id of what a run sends off: of the run's own moment, and the same each time the same run sends off the same, so
     * that a run that is repeated does not do twice what it has sent off already.
     */
    static String child(String parent, String what) {
        ByteBuffer hash = ByteBuffer.wrap(sha256(parent + ' ' + what));
        return of(millis(parent), hash.getInt(), hash.getLong());
    }

    private static String of(long epochMillis, int some, long more) {
        long high = (epochMillis << 16) | 0x7000 | (some & 0xFFF);
        long low = (more >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    /** 0 where the id is none of ours. */
    private static long millis(String id) {
        try {
            return Long.parseLong(id.replace("-", "").substring(0, TIME_DIGITS), 16);
        } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
            return 0;
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
