package dev.sluice.outside.secret;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Vaults for tests. */
public final class Vaults {
    private Vaults() {}

    /** One without any secret. */
    public static Vault empty() {
        return new Vault(Optional::empty, Map.of());
    }

    /** One that knows some variables. */
    public static Vault of(Map<String, String> environment) {
        return new Vault(Optional::empty, environment);
    }

    /** One that has read a folder, and knows some variables. */
    static Vault of(Path dir, Map<String, String> environment) {
        Vault vault = new Vault(() -> Optional.of(dir), environment);
        vault.read();
        return vault;
    }
}
