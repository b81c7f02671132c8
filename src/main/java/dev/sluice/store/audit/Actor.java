package dev.sluice.store.audit;

import jakarta.enterprise.context.RequestScoped;

/** On whose behalf a call changes things. */
@RequestScoped
public class Actor {
    /** Whoever acts where nobody called: a start, a schedule. */
    static final String NOBODY = "sluice";

    private String name = NOBODY;

    /** The name of the key, or of whoever opened the session. */
    public void is(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }
}
