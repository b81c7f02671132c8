package dev.sluice.outside;

import dev.sluice.module.Outbound;
import dev.sluice.module.SecretMarks;
import dev.sluice.module.Visit;
import dev.sluice.outside.secret.Confidence;
import dev.sluice.outside.secret.SecretException;
import dev.sluice.outside.secret.Vault;
import dev.sluice.payload.Fields;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The HTTP client modules are given: sends, or in a dry run writes down what would have been sent, secrets hidden, and
 * answers 200 with an empty body. A request that could not be sent fails in a dry run too.
 */
@Singleton
class RecordingOutbound implements Outbound {
    private static final String KEY = "Idempotency-Key";

    private final HttpOutbound http;
    private final Vault vault;

    @Inject
    RecordingOutbound(HttpOutbound http, Vault vault) {
        this.http = http;
        this.vault = vault;
    }

    @Override
    public boolean takesArbitraryUrls() {
        return http.takesArbitraryUrls();
    }

    @Override
    public Uni<Answer> send(Visit by, Request request) {
        int depth = by.occasion().depth();
        if (!by.effects().areRecorded()) {
            return Uni.createFrom().deferred(() -> {
                Confidence told = told(request);
                return http.send(depth, keyed(by.idempotencyKey(), told.request()), hop -> check(told, hop))
                        .map(told::clean)
                        .onFailure(OutsideException.class)
                        .transform(e -> discreet(told, (OutsideException) e));
            });
        }
        return Uni.createFrom().item(() -> {
            Confidence told = told(request);
            try {
                http.check(depth, told.request(), hop -> check(told, hop));
            } catch (OutsideException e) {
                throw discreet(told, e);
            }
            record(by, request);
            return new Answer(200, "");
        });
    }

    private Confidence told(Request request) {
        try {
            return Confidence.of(request, vault, RecordingOutbound::parts);
        } catch (SecretException e) {
            throw new OutsideException(e.getMessage());
        }
    }

    private static Optional<Confidence.Address> parts(String url) {
        try {
            return Optional.of(Target.parse(url).confided());
        } catch (OutsideException e) {
            // Its reason would repeat a piece of the secret.
            return Optional.empty();
        }
    }

    private static OutsideException discreet(Confidence told, OutsideException failure) {
        return failure.saying(told.clean(failure.getMessage()));
    }

    private static void check(Confidence told, Hop hop) {
        try {
            told.checkFor(hop.target().host(), !hop.target().tls() || hop.trustsAnyCertificate());
        } catch (SecretException e) {
            throw new OutsideException(e.getMessage());
        }
    }

    /** So that a server can tell a run that is repeated from another one; a key of the user's own wins. */
    private static Request keyed(String key, Request request) {
        if (key.isEmpty() || request.headers().keySet().stream().anyMatch(KEY::equalsIgnoreCase)) {
            return request;
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(request.headers());
        headers.put(KEY, key);
        return new Request(request.method(), request.url(), headers, request.body(), request.trustsAnyCertificate());
    }

    private static void record(Visit by, Request request) {
        byte[] body = request.body();
        by.effects()
                .record(
                        "http.request",
                        "method",
                        request.method(),
                        "url",
                        address(request.url()),
                        "headers",
                        shown(request.headers()),
                        "body",
                        body == null ? "" : SecretMarks.shown(new String(body, StandardCharsets.UTF_8)));
    }

    /** Secrets by their names; of an address that is one as a whole nothing more can be told. */
    private static String address(String url) {
        return SecretMarks.shown(
                SecretMarks.isOne(url.strip()) ? url.strip() : Target.parse(url).shown());
    }

    private static Fields shown(Map<String, String> headers) {
        Fields shown = new Fields();
        headers.forEach((name, value) -> shown.put(name, Secrets.shown(name, SecretMarks.shown(value))));
        return shown;
    }
}
