package dev.sluice.store;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The whole program with its own H2 file in a data folder that does not exist yet. */
public final class OnH2 implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Folder.class));
    }

    /** A place for the data folder. */
    public static final class Folder implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            return Map.of("sluice.data.dir", freshFolder().toString());
        }

        @Override
        public void stop() {}
    }

    static Path freshFolder() {
        try {
            return Files.createTempDirectory("sluice").resolve("data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
