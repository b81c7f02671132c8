package dev.sluice.outside.modules;

import dev.sluice.module.Neighbour;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;

/** The two misp-modules services; asked for their modules all the time, so what is known is told. */
final class ModulesNeighbours {
    private ModulesNeighbours() {}

    @Produces
    @Singleton
    static Neighbour action(MispModules modules) {
        return new Service("misp-modules, Action", "SLUICE_MODULES_ACTION_URL", modules::actionTrouble);
    }

    @Produces
    @Singleton
    static Neighbour enrichment(MispModules modules) {
        return new Service("misp-modules, Enrichment", "SLUICE_MODULES_ENRICHMENT_URL", modules::enrichmentTrouble);
    }

    /** @param trouble empty where there is no service, "" where it answers */
    private record Service(String name, String setting, Supplier<Optional<String>> trouble) implements Neighbour {
        @Override
        public Uni<Condition> look() {
            Condition condition = trouble.get()
                    .map(it -> it.isEmpty() ? Condition.up("It answers.") : Condition.down(it))
                    .orElseGet(() -> Condition.off("Set " + setting + " to use its modules."));
            return Uni.createFrom().item(condition);
        }
    }
}
