package dev.sluice.http.workflow;

import dev.sluice.module.Neighbour;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.stream.Collectors;

/** The folder of declared workflows, for the page of the status: what differs from its file is named. */
@Singleton
class DeclaredNeighbour implements Neighbour {
    private final DeclaredFolder folder;

    DeclaredNeighbour(DeclaredFolder folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "Declared workflows";
    }

    @Override
    public Uni<Condition> look() {
        return Uni.createFrom().item(this::seen).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Condition seen() {
        if (!folder.isConfigured()) {
            return Condition.off("No folder is set (SLUICE_DECLARED_DIR).");
        }
        Map<String, String> states = folder.drift();
        String others = states.entrySet().stream()
                .filter(it -> !it.getValue().equals(DeclaredFolder.AS_DECLARED))
                .map(it -> it.getKey() + ": " + it.getValue())
                .collect(Collectors.joining("; "));
        return others.isEmpty()
                ? Condition.up(states.size() + " files, all as declared.")
                : Condition.down(others + ". Change the file, or start Sluice again to have it applied.");
    }
}
