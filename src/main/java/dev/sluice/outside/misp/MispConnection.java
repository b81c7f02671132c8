package dev.sluice.outside.misp;

import dev.sluice.module.Misp;
import dev.sluice.outside.Hosts;
import dev.sluice.outside.HttpCalls;
import dev.sluice.outside.Limits;
import dev.sluice.outside.OutsideException;
import dev.sluice.payload.Json;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;

/** Calls of MISP's REST interface: JSON there and back, the key, another try where that is safe. Never blocks. */
@Singleton
class MispConnection {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final Predicate<Throwable> PASSES = e -> e instanceof OutsideException outside && outside.isPassing()
            || e instanceof MispException misp && misp.isPassing();

    private final MispConfig config;
    private final MispKey key;
    private final HttpCalls calls;

    @Inject
    MispConnection(Vertx vertx, Hosts hosts, MispConfig config) {
        this.config = config;
        key = new MispKey(config);
        calls = config.url()
                .filter(it -> !it.isBlank())
                .map(url -> open(vertx, hosts, config, url))
                .orElse(null);
    }

    private static HttpCalls open(Vertx vertx, Hosts hosts, MispConfig config, String url) {
        Limits limits = new Limits(
                config.timeout(),
                config.connectTimeout(),
                config.maxAnswer().asLongValue(),
                "sluice.misp.timeout (SLUICE_MISP_TIMEOUT)",
                "sluice.misp.connect-timeout (SLUICE_MISP_CONNECT_TIMEOUT)",
                "sluice.misp.max-answer (SLUICE_MISP_MAX_ANSWER)");
        try {
            return new HttpCalls(
                    vertx,
                    hosts,
                    url,
                    limits,
                    config.connections(),
                    config.tlsVerify(),
                    config.tlsCaFile().orElse(""),
                    config.userAgent());
        } catch (OutsideException e) {
            throw new IllegalStateException("sluice.misp.url (SLUICE_MISP_URL): " + e.getMessage());
        }
    }

    boolean isConfigured() {
        return calls != null && key.isGiven();
    }

    /** Where MISP is, without secrets. */
    String shown() {
        return calls == null ? "" : calls.shown();
    }

    /** GET of a path, encoded, that begins with a slash. */
    Uni<Object> read(int depth, String path) {
        return again(send("GET", path, null, depth));
    }

    /** POST of what changes nothing. */
    Uni<Object> search(int depth, String path, Object body) {
        return again(send("POST", path, body, depth));
    }

    /** POST of what changes something, sent once only. */
    Uni<Object> write(int depth, String path, Object body) {
        return send("POST", path, body, depth);
    }

    private Uni<Object> again(Uni<Object> call) {
        return config.retries() < 1
                ? call
                : call.onFailure(PASSES)
                        .retry()
                        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                        .atMost(config.retries())
                        .onFailure(IllegalStateException.class)
                        .transform(e -> e.getCause() == null ? e : e.getCause());
    }

    private Uni<Object> send(String method, String path, Object body, int depth) {
        if (!isConfigured()) {
            return Uni.createFrom().failure(new MispException(0, Misp.NOT_CONFIGURED));
        }
        String call = method + " " + path.replaceFirst("[?].*", "");
        return Uni.createFrom()
                .deferred(() -> calls.send(
                        method, path, headers(), body == null ? null : Json.writeBytes(body), depth, answer -> {
                            if (answer.status() == 401 || answer.status() == 403) {
                                key.wasRefused();
                            }
                            return Answers.read(call, answer);
                        }));
    }

    private Map<String, String> headers() {
        return Map.of("Authorization", key.value(), "Accept", "application/json", "Content-Type", "application/json");
    }

    @PreDestroy
    void close() {
        if (calls != null) {
            calls.close();
        }
    }
}
