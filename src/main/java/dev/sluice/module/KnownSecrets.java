package dev.sluice.module;

/** The port that tells which secrets parameters may name; values are for who sends them. */
@FunctionalInterface
public interface KnownSecrets {
    /** What keeps a secret from being used, a sentence that says what to do; "" where nothing does. */
    String problem(String name);
}
