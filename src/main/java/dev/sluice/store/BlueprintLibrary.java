package dev.sluice.store;

import dev.sluice.payload.Json;
import dev.sluice.payload.PayloadException;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * The blueprints that come with the program, and those in the folder {@code blueprints} of the data folder: each a file
 * as MISP exports it, so that a check-out of MISP's official ones will do.
 */
@ApplicationScoped
public class BlueprintLibrary {
    private static final Logger LOG = Logger.getLogger(BlueprintLibrary.class);
    private static final String BUILT_IN = "/blueprints/";
    private static final long LARGEST = 16 * 1024 * 1024;
    private static final int LATE = 5_000;

    /** A file that is no blueprint, and why. */
    public record Trouble(String file, String message) {}

    /** What loading did. */
    public record Loaded(int created, int updated, int unchanged, List<Trouble> problems) {}

    private final Blueprints blueprints;
    private final Path folder;

    @Inject
    BlueprintLibrary(Blueprints blueprints, DataConfig data) {
        this.blueprints = blueprints;
        folder = data.dir().resolve("blueprints");
    }

    /** Where users put their files. */
    public Path folder() {
        return folder;
    }

    /** What was deleted stays so: only who asks for the library wants it back. */
    void start(@Observes @Priority(LATE) StartupEvent event) {
        Loaded loaded = load(false, true);
        if (loaded.created() + loaded.updated() > 0) {
            LOG.infof("Blueprints of the library: %d new, %d newer.", loaded.created(), loaded.updated());
        }
        loaded.problems().forEach(it -> LOG.warnf("%s is no blueprint: %s", it.file(), it.message()));
    }

    /**
     * Takes all files there are, those too whose blueprint was deleted here. Blocks.
     *
     * @param force whether to replace blueprints that are as new as the library's, or newer
     */
    public Loaded load(boolean force) {
        return load(force, false);
    }

    private Loaded load(boolean force, boolean sparesDeleted) {
        List<Trouble> problems = new ArrayList<>();
        int[] counts = new int[Blueprints.Taken.values().length];
        files(problems).forEach((file, text) -> {
            try {
                NewBlueprint read = MispBlueprint.read(Json.parse(text));
                Blueprints.Taken taken = sparesDeleted && blueprints.isDeleted(read.uuid())
                        ? Blueprints.Taken.UNCHANGED
                        : blueprints.take(read, force);
                counts[taken.ordinal()]++;
            } catch (PayloadException | StoreException e) {
                problems.add(new Trouble(file, e.getMessage()));
            }
        });
        return new Loaded(counts[0], counts[1], counts[2], List.copyOf(problems));
    }

    private Map<String, byte[]> files(List<Trouble> problems) {
        Map<String, byte[]> files = new TreeMap<>();
        for (String name :
                new String(builtIn("index.txt"), StandardCharsets.UTF_8).lines().toList()) {
            files.put("built-in " + name, builtIn(name));
        }
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try (Stream<Path> found = Files.list(folder)) {
            found.filter(it -> it.toString().endsWith(".json")).forEach(file -> {
                try {
                    if (Files.size(file) > LARGEST) {
                        throw new IOException("larger than " + LARGEST + " bytes");
                    }
                    files.put(file.toString(), Files.readAllBytes(file));
                } catch (IOException e) {
                    problems.add(new Trouble(file.toString(), "It cannot be read: " + e.getMessage()));
                }
            });
        } catch (IOException e) {
            problems.add(new Trouble(folder.toString(), "The folder cannot be read: " + e.getMessage()));
        }
        return files;
    }

    private static byte[] builtIn(String name) {
        try (InputStream in = BlueprintLibrary.class.getResourceAsStream(BUILT_IN + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("The program's own blueprint " + name + " cannot be read.", e);
        }
    }
}
