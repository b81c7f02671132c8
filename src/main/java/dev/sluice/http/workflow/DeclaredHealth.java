package dev.sluice.http.workflow;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Tells of each declared file whether what is stored is still as it says; fails nothing, for a drift is no outage. */
@Wellness
@ApplicationScoped
class DeclaredHealth implements HealthCheck {
    private final DeclaredFolder folder;

    DeclaredHealth(DeclaredFolder folder) {
        this.folder = folder;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("Declared workflows and blueprints").up();
        Map<String, String> drift = folder.drift();
        drift.forEach(answer::withData);
        return answer.build();
    }
}
