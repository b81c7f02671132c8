package dev.sluice.outside;

import dev.sluice.module.Effects;
import dev.sluice.module.Outbound;
import dev.sluice.module.Visit;
import dev.sluice.payload.Fields;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Calls others over HTTP, or writes down the call in a dry run. */
@Singleton
final class HttpOutbound implements Outbound {
    private static final Set<String> SECRET =
            Set.of("authorization", "proxy-authorization", "cookie", "x-api-key", "api-key", "x-auth-token");

    private final HttpCaller caller;

    HttpOutbound(HttpCaller caller) {
        this.caller = caller;
    }

    @Override
    public Uni<Answer> send(Visit by, Request request) {
        if (by.effects().areRecorded()) {
            record(by.effects(), request);
            return Uni.createFrom().item(new Answer(200, ""));
        }
        return caller.call(request, by.occasion().depth() + 1);
    }

    private static void record(Effects effects, Request request) {
        Fields headers = new Fields();
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            boolean secret = SECRET.contains(header.getKey().toLowerCase(Locale.ROOT));
            headers.put(header.getKey(), secret ? "***" : header.getValue());
        }
        effects.record(
                "http.request",
                "method",
                request.method(),
                "url",
                request.url(),
                "headers",
                headers,
                "body",
                request.body() == null ? "" : new String(request.body(), StandardCharsets.UTF_8));
    }
}
