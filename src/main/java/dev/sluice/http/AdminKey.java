package dev.sluice.http;

import dev.sluice.outside.CannotStartException;
import dev.sluice.outside.PrivateFolder;
import dev.sluice.store.DataConfig;
import dev.sluice.store.access.Secret;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import org.jboss.logging.Logger;

/** The key that is always there: whoever has it may do everything, also make other keys. */
@Startup
@Singleton
final class AdminKey {
    private static final Logger LOG = Logger.getLogger(AdminKey.class);
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final int LENGTH = 40;
    private static final int SHORTEST = 16;

    private final byte[] key;
    private final String hash;
    private final String place;

    AdminKey(HttpConfig config, DataConfig data) {
        place = config.adminKey().filter(it -> !it.isBlank()).isPresent()
                ? "what SLUICE_ADMIN_KEY says"
                : "in " + data.dir().resolve("admin.key");
        key = config.adminKey()
                .filter(it -> !it.isBlank())
                .map(AdminKey::checked)
                .orElseGet(() -> kept(data.dir().resolve("admin.key")))
                .strip()
                .getBytes(StandardCharsets.UTF_8);
        hash = Secret.hash(new String(key, StandardCharsets.UTF_8));
    }

    private static String checked(String given) {
        int length = given.strip().length();
        if (length < SHORTEST) {
            throw new CannotStartException(
                    "SLUICE_ADMIN_KEY has " + length + " characters, which can be guessed. Give it " + SHORTEST
                            + " or more, as `openssl rand -hex 20` prints them.");
        }
        return given;
    }

    /** Whether a text is this key. Takes equally long either way. */
    boolean isKey(String text) {
        return MessageDigest.isEqual(key, text.getBytes(StandardCharsets.UTF_8));
    }

    /** What sessions that it opens are tied to. */
    String hash() {
        return hash;
    }

    /** Where somebody finds it, as "in data/admin.key". */
    String place() {
        return place;
    }

    /** For making other secrets of it. */
    byte[] bytes() {
        return key.clone();
    }

    private static String kept(Path file) {
        try {
            PrivateFolder.make(file.toAbsolutePath().getParent());
            try {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, fresh() + "\n", StandardOpenOption.TRUNCATE_EXISTING);
                LOG.infof("Made the admin key of this installation: %s", file);
            } catch (FileAlreadyExistsException e) {
                LOG.debugf("The admin key is in %s", file);
            }
            String key = Files.readString(file).strip();
            if (key.isEmpty()) {
                throw new CannotStartException(
                        "The admin key file " + file + " is empty. Delete it to have a new key made.");
            }
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("The admin key cannot be read from or written to " + file, e);
        }
    }

    private static String fresh() {
        SecureRandom random = new SecureRandom();
        StringBuilder text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
