package dev.sluice.store.audit;

import jakarta.enterprise.context.RequestScoped;

/** On whose behalf a call changes things. */
@RequestScoped
public class Actor {
    /** Whoever acts where nobody called: a start, a schedule. */
    static final String NOBODY = "sluice";

    private static final String ELSEWHERE = "oidc:";

    private String name = NOBODY;

    /** The name of the key that calls, or that opened the session. */
    public void is(String key) {
        name = key;
    }

    /** Somebody whom a provider of OpenID Connect knows by this name, which may be that of a key too. */
    public void isKnownElsewhere(String person) {
        name = ELSEWHERE + person;
    }

    /** Whether a key of this name would be taken for somebody else. */
    public static boolean isTaken(String key) {
        return key.equals("admin") || key.equals(NOBODY) || key.startsWith(ELSEWHERE);
    }

    String name() {
        return name;
    }
}
