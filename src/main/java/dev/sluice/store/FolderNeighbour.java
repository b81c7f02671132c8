package dev.sluice.store;

import dev.sluice.module.Neighbour;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The data folder, and the room that is left on its disk. */
@Singleton
class FolderNeighbour implements Neighbour {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long MIB = 1024 * 1024;

    private final Path folder;

    @Inject
    FolderNeighbour(DataConfig data) {
        this(data.dir());
    }

    FolderNeighbour(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public String name() {
        return "Data folder";
    }

    @Override
    public Uni<Condition> look() {
        return Uni.createFrom()
                .item(this::seen)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .ifNoItem()
                .after(PATIENCE)
                .recoverWithItem(() -> Condition.down("The disk of " + folder + " did not answer within "
                        + PATIENCE.toSeconds() + " s. Look at SLUICE_DATA_DIR."));
    }

    private Condition seen() {
        if (!Files.isDirectory(folder)) {
            return Condition.down(folder + " is gone. Look at SLUICE_DATA_DIR, and start Sluice again.");
        }
        if (!Files.isWritable(folder)) {
            return Condition.down(
                    folder + " cannot be written to. Look at its owner and mode, and at SLUICE_DATA_DIR.");
        }
        try {
            long free = Files.getFileStore(folder).getUsableSpace() / MIB;
            return free == 0
                    ? Condition.down("There is no room left for " + folder + ". Free some on its disk.")
                    : Condition.up(folder + ", " + free + " MiB free.");
        } catch (IOException e) {
            return Condition.down(folder + " cannot be looked at: " + e.getMessage());
        }
    }
}
