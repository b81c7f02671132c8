package dev.sluice.http.status;

import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * Down until calls are answered. The management port is open before: a kubelet that has its answer there would let MISP
 * start, and Sluice be called, while the queue, the blueprints and the declared files are still being read.
 */
@Startup
@Readiness
@ApplicationScoped
class StartHealth implements HealthCheck {
    private volatile boolean open;

    /** Quarkus opens the data port when everything that happens at the start is done. */
    void opened(@ObservesAsync HttpServerStart start) {
        open = true;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("Start").status(open);
        return open
                ? answer.build()
                : answer.withData("reason", "Sluice is still starting, and does not answer calls yet.")
                        .build();
    }
}
