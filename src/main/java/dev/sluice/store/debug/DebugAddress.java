package dev.sluice.store.debug;

import dev.sluice.outside.Hosts;
import dev.sluice.outside.HttpCalls;
import dev.sluice.outside.Limits;
import dev.sluice.outside.OutsideException;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import org.jboss.logging.Logger;

/** Where requests go: to the server that the settings name, or to the listener of our own. */
@Singleton
class DebugAddress {
    private static final Logger LOG = Logger.getLogger(DebugMode.class);
    private static final long LARGEST_ANSWER = 65_536;

    /** As the original sends it, although the body is JSON: listeners that look at it are used to that. */
    private static final Map<String, String> HEADERS = Map.of("Content-Type", "application/x-www-form-urlencoded");

    private final DebugListener listener;
    private final Duration patience;
    private final HttpCalls server;

    @Inject
    DebugAddress(Vertx vertx, DebugConfig config, DebugListener listener) {
        this.listener = listener;
        this.patience = config.timeout().plusSeconds(1);
        this.server = config.url()
                .filter(it -> !it.isBlank())
                .map(it -> server(vertx, it, config))
                .orElse(null);
    }

    /** A wrong address is no reason not to start: nobody's decisions depend on it. */
    private static HttpCalls server(Vertx vertx, String url, DebugConfig config) {
        Limits limits = new Limits(
                config.timeout(),
                config.timeout(),
                LARGEST_ANSWER,
                "sluice.debug.timeout (SLUICE_DEBUG_TIMEOUT)",
                "sluice.debug.timeout (SLUICE_DEBUG_TIMEOUT)",
                "nothing: answers to debug requests are not read");
        try {
            return new HttpCalls(vertx, Hosts.unguarded(), url, limits, 1, true, "", "Sluice");
        } catch (OutsideException e) {
            LOG.errorf(
                    "sluice.debug.url (SLUICE_DEBUG_URL): %s Debug mode uses the listener of Sluice instead.",
                    e.getMessage());
            return null;
        }
    }

    /** The server without its secrets, or "". */
    String server() {
        return server == null ? "" : server.shown();
    }

    /** For messages. */
    String shown() {
        return server == null ? "the listener of Sluice" : server.shown();
    }

    /**
     * Hands over one request. Blocks, up to the time-out. Whatever the server answers is fine.
     *
     * @throws RuntimeException where it could not be handed over
     */
    void deliver(DebugRequest request) {
        if (server == null) {
            listener.take(request);
        } else {
            server.send("POST", request.path(), HEADERS, request.body(), 0, answer -> answer)
                    .await()
                    .atMost(patience);
        }
    }

    @PreDestroy
    void close() {
        if (server != null) {
            server.close();
        }
    }
}
