package dev.sluice.outside;

import dev.sluice.module.Outbound;
import dev.sluice.module.Visit;
import dev.sluice.payload.Fields;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The HTTP client modules are given: sends, or in a dry run writes down what would have been sent, secrets hidden, and
 * answers 200 with an empty body. A request that could not be sent fails in a dry run too.
 */
@Singleton
class RecordingOutbound implements Outbound {
    private final HttpOutbound http;

    @Inject
    RecordingOutbound(HttpOutbound http) {
        this.http = http;
    }

    @Override
    public boolean takesArbitraryUrls() {
        return http.takesArbitraryUrls();
    }

    @Override
    public Uni<Answer> send(Visit by, Request request) {
        int depth = by.occasion().depth();
        if (!by.effects().areRecorded()) {
            return http.send(depth, request);
        }
        return Uni.createFrom().item(() -> {
            http.check(depth, request);
            record(by, request);
            return new Answer(200, "");
        });
    }

    private static void record(Visit by, Request request) {
        byte[] body = request.body();
        by.effects()
                .record(
                        "http.request",
                        "method",
                        request.method(),
                        "url",
                        Target.parse(request.url()).shown(),
                        "headers",
                        shown(request.headers()),
                        "body",
                        body == null ? "" : new String(body, StandardCharsets.UTF_8));
    }

    private static Fields shown(Map<String, String> headers) {
        Fields shown = new Fields();
        headers.forEach((name, value) -> shown.put(name, Secrets.shown(name, value)));
        return shown;
    }
}
