package dev.sluice.outside.misp;

import dev.sluice.module.Misp;
import dev.sluice.outside.CannotStartException;
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
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
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

    private static final String CA_FILE = "sluice.misp.tls-ca-file (SLUICE_MISP_TLS_CA_FILE)";
    private static final String TRUST = "To trust it, name a PEM file with it or with the certificate of its issuer in "
            + CA_FILE + "; it has to be made out to the host in sluice.misp.url (SLUICE_MISP_URL).";

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
        String caFile = config.tlsCaFile().map(String::strip).orElse("");
        requireCertificates(caFile);
        try {
            return new HttpCalls(
                    vertx, hosts, url, limits, config.connections(), config.tlsVerify(), caFile, config.userAgent());
        } catch (OutsideException e) {
            throw new CannotStartException("sluice.misp.url (SLUICE_MISP_URL): " + e.getMessage());
        }
    }

    /** Better told at the start than at the first call. */
    private static void requireCertificates(String caFile) {
        if (caFile.isEmpty()) {
            return;
        }
        try (InputStream in = Files.newInputStream(Path.of(caFile))) {
            if (CertificateFactory.getInstance("X.509").generateCertificates(in).isEmpty()) {
                throw new CertificateException("none");
            }
        } catch (IOException | InvalidPathException e) {
            throw new CannotStartException(CA_FILE + ": the file cannot be read.");
        } catch (CertificateException e) {
            throw new CannotStartException(CA_FILE + ": the file holds no certificates in PEM.");
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
                        }))
                .onFailure(e -> e instanceof OutsideException outside && outside.isUntrusted())
                .transform(e -> new MispException(0, e.getMessage() + " " + TRUST));
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
