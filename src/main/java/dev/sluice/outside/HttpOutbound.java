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
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Calls HTTP servers on behalf of modules: those the guard lets through, at the address it looked at, and by no proxy.
 * Never blocks, never reads more than its limit.
 */
@Singleton
class HttpOutbound {
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE");

    /** Below what servers keep idle connections open for, so that a request does not meet one that is being closed. */
    static final int KEEP_ALIVE_SECONDS = 4;

    private final Vertx vertx;
    private final Hosts hosts;
    private final OutboundConfig config;
    private final AddressGuard guard;
    private final RequestHeaders headers;
    private final Limits limits;
    private final HttpClient careful;
    private final HttpClient trusting;

    @Inject
    HttpOutbound(Vertx vertx, Hosts hosts, OutboundConfig config) {
        this(vertx, hosts, config, AddressGuard.SYSTEM);
    }

    HttpOutbound(Vertx vertx, Hosts hosts, OutboundConfig config, AddressGuard.Resolver resolver) {
        this.hosts = hosts;
        this.vertx = vertx;
        this.config = config;
        guard = new AddressGuard(config.allow().orElse(List.of()), resolver);
        limits = Limits.of(config);
        headers = new RequestHeaders(config.userAgent());
        PoolOptions pool = new PoolOptions().setHttp1MaxSize(config.connectionsPerHost());
        // Else a tracer would export whole addresses, secrets and all, and tell everybody who is called its ids.
        HttpClientOptions options = new HttpClientOptions()
                .setTracingPolicy(TracingPolicy.IGNORE)
                .setConnectTimeout(Math.toIntExact(config.connectTimeout().toMillis()))
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS);
        careful = vertx.createHttpClient(options, pool);
        trusting = vertx.createHttpClient(
                new HttpClientOptions(options).setTrustAll(true).setVerifyHost(false), pool);
    }

    /** See {@link OutboundConfig#arbitraryUrls}. */
    boolean takesArbitraryUrls() {
        return config.arbitraryUrls();
    }

    /**
     * Sends a request once the answer is subscribed to.
     *
     * @param depth how many workflow runs lie behind the caller; the server is told one more as {@code Sluice-Depth}
     * @return the answer, or a failure whose message is a sentence for the user
     */
    Uni<Answer> send(int depth, Request request) {
        return send(depth, request, hop -> {});
    }

    /** As the other; servers that must not have what is confidential in it are refused by {@code told}. */
    Uni<Answer> send(int depth, Request request, Consumer<Hop> told) {
        return Uni.createFrom()
                .deferred(() -> {
                    Hop first = Hop.first(method(request), Target.parse(request.url()), request);
                    told.accept(first);
                    return call(depth, first, config.redirects(), told)
                            .ifNoItem()
                            .after(limits.timeout())
                            .failWith(() -> Failures.timedOut(first.target().hostAndPort(), limits));
                })
                .emitOn(CallerThread.here());
    }

    private Uni<Answer> call(int depth, Hop hop, int redirects, Consumer<Hop> told) {
        RequestOptions options = prepare(depth, hop);
        return guard.open(hop.target().host())
                .chain(address -> exchange(options, address, hop))
                .chain(reply -> {
                    if (config.redirects() == 0 || !hop.isRedirectedBy(reply)) {
                        return Uni.createFrom().item(reply.answer());
                    }
                    if (redirects == 0) {
                        throw new OutsideException(hop.target().hostAndPort() + " redirects, and " + config.redirects()
                                + " redirects were followed already. To follow more, set "
                                + Setting.OUTBOUND_REDIRECTS + ".");
                    }
                    Hop next = hop.next(reply);
                    // Also without the body: the address may repeat what the first server was told.
                    told.accept(next);
                    return call(depth, next, redirects - 1, told);
                });
    }

    /** The address is the one that was looked at; the name stays in the Host header and in TLS. */
    private Uni<Exchange.Reply> exchange(RequestOptions options, InetAddress address, Hop hop) {
        options.setServer(SocketAddress.inetSocketAddress(
                new InetSocketAddress(address, hop.target().port())));
        HttpClient client = hop.trustsAnyCertificate() ? trusting : careful;
        Uni<Exchange.Reply> exchange = Uni.createFrom()
                .emitter(answered -> new Exchange(vertx, limits, answered).start(client, options, hop.body()));
        return hosts.guarded(
                hop.target().hostAndPort(), exchange, it -> it.answer().status());
    }

    /** Throws with a sentence for the user where the request must not go out, as far as that is known without asking. */
    void check(int depth, Request request, Consumer<Hop> told) {
        Hop hop = Hop.first(method(request), Target.parse(request.url()), request);
        prepare(depth, hop);
        guard.checkLiteral(hop.target().host());
        told.accept(hop);
    }

    private RequestOptions prepare(int depth, Hop hop) {
        Target target = hop.target();
        return new RequestOptions()
                .setMethod(HttpMethod.valueOf(hop.method()))
                .setSsl(target.tls())
                .setHost(target.host())
                .setPort(target.port())
                .setURI(target.uri())
                .setFollowRedirects(false)
                .setHeaders(headers.of(hop.headers(), hop.authorization(), depth + 1));
    }

    private static String method(Request request) {
        String method = request.method().toUpperCase(Locale.ROOT);
        if (!METHODS.contains(method)) {
            throw new OutsideException("The method " + method + " is not supported; use GET, POST, PUT or DELETE.");
        }
        return method;
    }

    @PreDestroy
    void close() {
        careful.close();
        trusting.close();
        guard.close();
    }
}
