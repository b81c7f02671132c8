package dev.sluice.outside;

import dev.sluice.module.Outbound.Answer;
import dev.sluice.module.Outbound.Request;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Set;

/** Calls HTTP servers on behalf of modules. Never blocks, never follows a redirect, never reads more than its limit. */
@Singleton
class HttpOutbound {
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE");

    /** Below what servers keep idle connections open for, so that a request does not meet one that is being closed. */
    static final int KEEP_ALIVE_SECONDS = 4;

    private final Vertx vertx;
    private final Hosts hosts;
    private final RequestHeaders headers;
    private final Limits limits;
    private final HttpClient careful;
    private final HttpClient trusting;

    @Inject
    HttpOutbound(Vertx vertx, OutboundConfig config, Hosts hosts) {
        this.hosts = hosts;
        this.vertx = vertx;
        limits = Limits.of(config);
        headers = new RequestHeaders(config.userAgent());
        PoolOptions pool = new PoolOptions().setHttp1MaxSize(config.connectionsPerHost());
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout(Math.toIntExact(config.connectTimeout().toMillis()))
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS);
        careful = vertx.createHttpClient(options, pool);
        trusting = vertx.createHttpClient(
                new HttpClientOptions(options).setTrustAll(true).setVerifyHost(false), pool);
    }

    /**
     * Sends a request once the answer is subscribed to.
     *
     * @param depth how many workflow runs lie behind the caller; the server is told one more as {@code Sluice-Depth}
     * @return the answer, or a failure whose message is a sentence for the user
     */
    Uni<Answer> send(int depth, Request request) {
        return Uni.createFrom()
                .deferred(() -> {
                    RequestOptions options = prepare(depth, request);
                    HttpClient client = request.trustsAnyCertificate() ? trusting : careful;
                    Uni<Answer> exchange = Uni.createFrom().emitter(answered -> new Exchange(vertx, limits, answered)
                            .start(client, options, request.body()));
                    return hosts.guarded(options.getHost() + ":" + options.getPort(), exchange, Answer::status);
                })
                .emitOn(CallerThread.here());
    }

    /** The request as it would go out; throws with a sentence for the user where it must not. */
    RequestOptions prepare(int depth, Request request) {
        String method = request.method().toUpperCase(Locale.ROOT);
        if (!METHODS.contains(method)) {
            throw new OutsideException("The method " + method + " is not supported; use GET, POST, PUT or DELETE.");
        }
        Target target = Target.parse(request.url());
        return new RequestOptions()
                .setMethod(HttpMethod.valueOf(method))
                .setSsl(target.tls())
                .setHost(target.host())
                .setPort(target.port())
                .setURI(target.uri())
                .setFollowRedirects(false)
                .setHeaders(headers.of(request.headers(), target.authorization(), depth + 1));
    }

    @PreDestroy
    void close() {
        careful.close();
        trusting.close();
    }
}
