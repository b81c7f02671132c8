package dev.sluice.outside.misp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The auth key: from the settings, or from a file that is read again when the key in it was refused. */
final class MispKey {
    private final MispConfig config;
    private volatile String read;

    MispKey(MispConfig config) {
        this.config = config;
    }

    boolean isGiven() {
        return config.key().filter(it -> !it.isBlank()).isPresent() || fileName() != null;
    }

    /** The key, or a failure that says which file could not be read. A small file, read once. */
    String value() {
        String given = config.key().map(String::strip).orElse("");
        if (!given.isEmpty()) {
            return given;
        }
        String known = read;
        if (known == null) {
            try {
                known = Files.readString(Path.of(fileName())).strip();
            } catch (IOException | RuntimeException e) {
                throw unreadable("cannot be read");
            }
            if (known.isEmpty()) {
                throw unreadable("is empty");
            }
            read = known;
        }
        return known;
    }

    void wasRefused() {
        read = null;
    }

    private String fileName() {
        return config.keyFile().filter(it -> !it.isBlank()).orElse(null);
    }

    private static MispException unreadable(String why) {
        return new MispException(
                0, "The file with MISP's key " + why + "; check sluice.misp.key-file (SLUICE_MISP_KEY_FILE).");
    }
}
