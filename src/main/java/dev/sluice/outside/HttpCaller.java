package dev.sluice.outside;

import dev.sluice.module.Outbound.Answer;
import dev.sluice.module.Outbound.Request;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.ConnectException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;

/** The HTTP client: no redirects, no more time and no more bytes than allowed, and why it failed in one sentence. */
@Singleton
class HttpCaller {
    private final OutboundConfig config;
    private final Vertx vertx;
    private final HttpClient careful;
    private final HttpClient trusting;

    HttpCaller(OutboundConfig config, Vertx vertx) {
        this.config = config;
        this.vertx = vertx;
        careful = client(false);
        trusting = client(true);
    }

    private HttpClient client(boolean trustsAll) {
        return vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout((int) config.connectTimeout().toMillis())
                        .setTrustAll(trustsAll)
                        .setVerifyHost(!trustsAll),
                new PoolOptions().setHttp1MaxSize(config.connectionsPerHost()));
    }

    /** Sends a request that has {@code depth} workflow runs behind it. */
    Uni<Answer> call(Request request, int depth) {
        RequestOptions options;
        try {
            options = options(request, depth);
        } catch (IllegalArgumentException e) {
            return Uni.createFrom().failure(e);
        }
        HttpClient client = request.trustsAnyCertificate() ? trusting : careful;
        return Uni.createFrom()
                .<Answer>emitter(emitter -> client.request(options)
                        .onFailure(e -> emitter.fail(e))
                        .onSuccess(it -> exchange(it, request, emitter)))
                .ifNoItem()
                .after(config.timeout())
                .fail()
                .onFailure()
                .transform(e -> explained(e, options.getHost() + ":" + options.getPort()));
    }

    private RequestOptions options(Request request, int depth) {
        URI target = checkTarget(request.url());
        boolean tls = target.getScheme().equalsIgnoreCase("https");
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(request.method()))
                .setHost(target.getHost())
                .setPort(target.getPort() >= 0 ? target.getPort() : tls ? 443 : 80)
                .setSsl(tls)
                .setURI(pathOf(target))
                .setFollowRedirects(false)
                .putHeader("User-Agent", "Sluice")
                .putHeader("Sluice-Depth", String.valueOf(depth));
        request.headers().forEach((name, value) -> {
            if (value.chars().anyMatch(c -> c == '\r' || c == '\n')) {
                throw new IllegalArgumentException("The header " + name + " must not contain a line break.");
            }
            options.putHeader(name, value);
        });
        return options;
    }

    /** Whether this address may be called at all. A guard against private addresses belongs here. */
    private static URI checkTarget(String url) {
        URI target;
        try {
            // people write what URLs do not allow; the original's client sent it all the same
            target = new URI(url.replace(" ", "%20").replace("\"", "%22"));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("`" + url + "` is no URL: " + e.getReason() + ".");
        }
        String scheme = target.getScheme() == null ? "" : target.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("`" + url + "` must begin with http:// or https://.");
        }
        if (target.getHost() == null) {
            throw new IllegalArgumentException("`" + url + "` names no host.");
        }
        return target;
    }

    private static String pathOf(URI target) {
        URI ascii = URI.create(target.toASCIIString());
        String path = ascii.getRawPath() == null || ascii.getRawPath().isEmpty() ? "/" : ascii.getRawPath();
        return ascii.getRawQuery() == null ? path : path + "?" + ascii.getRawQuery();
    }

    private void exchange(HttpClientRequest call, Request request, UniEmitter<? super Answer> emitter) {
        AtomicBoolean complete = new AtomicBoolean();
        emitter.onTermination(() -> {
            if (!complete.get()) {
                call.connection().close();
            }
        });
        call.response().onFailure(e -> emitter.fail(e)).onSuccess(it -> read(it, complete, emitter));
        if (request.body() == null || request.body().length == 0) {
            call.end();
        } else {
            call.end(Buffer.buffer(request.body()));
        }
    }

    private void read(HttpClientResponse response, AtomicBoolean complete, UniEmitter<? super Answer> emitter) {
        Buffer body = Buffer.buffer();
        long limit = config.maxAnswer().asLongValue();
        response.exceptionHandler(e -> emitter.fail(e));
        response.handler(part -> {
            if (body.length() + part.length() <= limit) {
                body.appendBuffer(part);
            } else {
                response.handler(null);
                emitter.fail(new IllegalStateException(
                        "The answer is larger than " + limit + " bytes, the limit (SLUICE_OUTBOUND_MAX_ANSWER)."));
            }
        });
        response.endHandler(end -> {
            complete.set(true);
            emitter.complete(new Answer(response.statusCode(), body.toString(StandardCharsets.UTF_8)));
        });
    }

    private Throwable explained(Throwable e, String host) {
        String why;
        if (e instanceof io.smallrye.mutiny.TimeoutException || e instanceof TimeoutException) {
            why = "No answer from " + host + " within " + config.timeout().toMillis()
                    + " ms (SLUICE_OUTBOUND_TIMEOUT).";
        } else if (e instanceof UnknownHostException) {
            why = "The host " + host + " is not known; check the URL.";
        } else if (e instanceof ConnectException) {
            why = "Could not connect to " + host + "; check that it listens and may be reached from here.";
        } else if (e instanceof SSLException || e.getCause() instanceof SSLException) {
            why = "The certificate of " + host + " is not trusted (" + e.getMessage()
                    + "); allow self-signed certificates on the node if it is meant to be so.";
        } else {
            why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        }
        return new IllegalStateException(why, e);
    }

    @PreDestroy
    void close() {
        careful.close();
        trusting.close();
    }
}
