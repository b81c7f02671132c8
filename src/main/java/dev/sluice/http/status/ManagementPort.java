package dev.sluice.http.status;

import dev.sluice.outside.CannotStartException;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.SmallRyeHealth;
import io.smallrye.health.SmallRyeHealthReporter;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Health and metrics for whoever watches over the process, without a key and on a port of its own: beside a platform
 * the data port listens on loopback, where neither kubelet nor Prometheus can come. Quarkus' own management interface
 * is settled when the program is built, and would take health away from the data port.
 */
@ApplicationScoped
public class ManagementPort {
    private static final Logger LOG = Logger.getLogger(ManagementPort.class);
    private static final Map<String, Function<SmallRyeHealthReporter, SmallRyeHealth>> CHECKS = Map.of(
            "/q/health", SmallRyeHealthReporter::getHealth,
            "/q/health/live", SmallRyeHealthReporter::getLiveness,
            "/q/health/ready", SmallRyeHealthReporter::getReadiness,
            "/q/health/started", SmallRyeHealthReporter::getStartup,
            "/q/health/well", SmallRyeHealthReporter::getWellness);

    private final ManagementConfig config;
    private final Vertx vertx;
    private final SmallRyeHealthReporter health;
    private final PrometheusMeterRegistry metrics;
    private HttpServer server;

    ManagementPort(
            ManagementConfig config, Vertx vertx, SmallRyeHealthReporter health, PrometheusMeterRegistry metrics) {
        this.config = config;
        this.vertx = vertx;
        this.health = health;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent event) {
        if (config.port().isEmpty()) {
            return;
        }
        int wanted = config.port().getAsInt();
        try {
            server = vertx.createHttpServer()
                    .requestHandler(this::answer)
                    .listen(wanted, config.host())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            throw new CannotStartException("The management port " + config.host() + ":" + wanted + " cannot be opened ("
                    + e.getCause().getMessage() + "). Set SLUICE_MANAGEMENT_PORT to a free one.");
        }
        LOG.infof("Health and metrics also on http://%s:%d/q/health and /q/metrics.", config.host(), port());
    }

    /** The port that was taken. */
    public int port() {
        return server.actualPort();
    }

    private void answer(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        String path = request.path();
        if (!path.equals("/q/metrics") && !CHECKS.containsKey(path)) {
            response.setStatusCode(404)
                    .end("Here are /q/health, /q/health/live, /ready, /started and /well, and /q/metrics.\n");
        } else if (request.method() != HttpMethod.GET && request.method() != HttpMethod.HEAD) {
            response.setStatusCode(405).putHeader("Allow", "GET, HEAD").end();
        } else {
            vertx.executeBlocking(() -> look(path), false).onComplete(looked -> {
                if (looked.failed()) {
                    LOG.error("A check of the management port failed.", looked.cause());
                    response.setStatusCode(500).end("The check itself failed; see the log.\n");
                    return;
                }
                Looked found = looked.result();
                response.setStatusCode(found.status()).putHeader("Content-Type", found.type());
                response.end(found.body());
            });
        }
    }

    private record Looked(int status, String type, String body) {}

    private Looked look(String path) {
        if (path.equals("/q/metrics")) {
            return new Looked(200, "text/plain; version=0.0.4; charset=utf-8", metrics.scrape());
        }
        SmallRyeHealth found = CHECKS.get(path).apply(health);
        return new Looked(
                found.isDown() ? 503 : 200,
                "application/json; charset=UTF-8",
                found.getPayload().toString());
    }

    @PreDestroy
    void end() {
        if (server != null) {
            server.close();
        }
    }
}
