package dev.sluice.outside.misp;

import dev.sluice.module.Neighbour;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/** The platform. */
@Singleton
class MispNeighbour implements Neighbour {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final MispConnection misp;

    @Inject
    MispNeighbour(MispConnection misp) {
        this.misp = misp;
    }

    @Override
    public String name() {
        return "MISP";
    }

    @Override
    public Uni<Condition> look() {
        if (!misp.isConfigured()) {
            return Uni.createFrom()
                    .item(Condition.off("Set SLUICE_MISP_URL and SLUICE_MISP_KEY to let workflows tag, edit and look up"
                            + " there."));
        }
        return misp.read(0, "/servers/getVersion.json")
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onItem()
                .transform(answer -> Condition.up(
                        "MISP " + Shapes.text(Shapes.map(answer), "version") + " at " + misp.shown() + "."))
                .onFailure()
                .recoverWithItem(e -> Condition.down(
                        e.getMessage() == null
                                ? "MISP at " + misp.shown() + " did not answer within " + PATIENCE.toSeconds() + " s."
                                : e.getMessage()));
    }
}
