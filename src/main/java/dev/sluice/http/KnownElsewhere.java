package dev.sluice.http;

import io.quarkus.security.identity.SecurityIdentity;

/** Tells who is known by a provider of OpenID Connect from who has a key: both may go by the same name. */
public final class KnownElsewhere {
    /** What Quarkus notes of who comes with a token, and of no other. */
    private static final String TENANT = "tenant-id";

    /** What we note of who signed in so, and comes with a session of ours. */
    static final String SESSION = "known-elsewhere";

    private KnownElsewhere() {}

    /** Whether a provider said who it is, now or when the session began. */
    public static boolean is(SecurityIdentity caller) {
        return byToken(caller) || caller.getAttribute(SESSION) != null;
    }

    static boolean byToken(SecurityIdentity caller) {
        return caller.getAttribute(TENANT) != null;
    }
}
