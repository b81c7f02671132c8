package dev.sluice.outside.misp;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Whether MISP answers, under {@code /q/health/well}: told, but neither liveness nor readiness hang on it. */
@Wellness
class MispHealth implements AsyncHealthCheck {
    private final MispConnection misp;

    @Inject
    MispHealth(MispConnection misp) {
        this.misp = misp;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("MISP");
        if (!misp.isConfigured()) {
            return Uni.createFrom()
                    .item(response.up().withData("reachable", "not configured").build());
        }
        response.withData("address", misp.shown());
        return misp.read(0, "/servers/getVersion.json")
                .onItem()
                .transform(answer -> response.up()
                        .withData("reachable", "yes")
                        .withData("version", Shapes.text(Shapes.map(answer), "version"))
                        .build())
                .onFailure()
                .recoverWithItem(e -> response.up()
                        .withData("reachable", "no")
                        .withData("reason", e.getMessage())
                        .build());
    }
}
