package dev.sluice.outside.secret;

import dev.sluice.module.Neighbour;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** The secrets that workflows may name, without their values. */
@Singleton
class SecretsNeighbour implements Neighbour {
    private final Vault vault;

    @Inject
    SecretsNeighbour(Vault vault) {
        this.vault = vault;
    }

    @Override
    public String name() {
        return "Secrets";
    }

    @Override
    public Uni<Condition> look() {
        List<String> told = vault.told();
        if (told.isEmpty()) {
            return Uni.createFrom().item(Condition.off("None; SLUICE_SECRETS_DIR names their folder."));
        }
        String all = String.join("; ", told) + (told.get(told.size() - 1).endsWith(".") ? "" : ".");
        boolean wrong = told.stream()
                .anyMatch(
                        it -> it.contains("cannot be read") || it.contains("for no host") || it.contains("is no host"));
        return Uni.createFrom().item(wrong ? Condition.down(all) : Condition.up(all));
    }
}
