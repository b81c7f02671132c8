package dev.sluice.outside;

import dev.sluice.module.Outbound.Answer;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.tracing.TracingPolicy;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Calls to one HTTP server: its address, its pool of connections, its limits. Never blocks, follows no redirect. */
public final class HttpCalls implements AutoCloseable {
    private final Vertx vertx;
    private final Hosts hosts;
    private final Limits limits;
    private final HttpClient client;
    private final Target base;
    private final RequestHeaders headers;

    /**
     * A client of the server at {@code url}.
     *
     * @param connections how many are open at once; more requests wait for one
     * @param verifies whether the certificate must be trusted and name the host
     * @param caFile a PEM file with the certificates to trust instead of the system's, or ""
     * @throws OutsideException where the address is none
     */
    public HttpCalls(
            Vertx vertx,
            Hosts hosts,
            String url,
            Limits limits,
            int connections,
            boolean verifies,
            String caFile,
            String agent) {
        this.vertx = vertx;
        this.hosts = hosts;
        this.limits = limits;
        base = Target.parse(url);
        headers = new RequestHeaders(agent);
        // Else a tracer would export whole addresses, with whatever is confidential in them.
        HttpClientOptions options = new HttpClientOptions()
                .setTracingPolicy(TracingPolicy.IGNORE)
                .setConnectTimeout(Math.toIntExact(limits.connectTimeout().toMillis()))
                .setKeepAliveTimeout(HttpOutbound.KEEP_ALIVE_SECONDS)
                .setTrustAll(!verifies)
                .setVerifyHost(verifies);
        if (!caFile.isEmpty()) {
            options.setTrustOptions(new PemTrustOptions().addCertPath(caFile));
        }
        client = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(connections));
    }

    /**
     * Sends a request and reads its answer, both away from the caller's thread, which is where the result is told.
     *
     * @param path behind the server's address, encoded, beginning with a slash
     * @param body null for none
     * @param depth what is told as {@code Sluice-Depth}
     * @param reader makes of the answer what the caller wants; may take its time, its exception is the failure
     */
    public <T> Uni<T> send(
            String method, String path, Map<String, String> given, byte[] body, int depth, Function<Answer, T> reader) {
        Executor caller = CallerThread.here();
        Uni<Exchange.Reply> exchange = Uni.createFrom().emitter(answered -> new Exchange(vertx, limits, answered)
                .start(client, prepare(method, path, given, depth), body));
        return hosts.guarded(base.hostAndPort(), exchange, it -> it.answer().status())
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .onItem()
                .transform(it -> reader.apply(it.answer()))
                .emitOn(caller);
    }

    private RequestOptions prepare(String method, String path, Map<String, String> given, int depth) {
        String prefix =
                base.path().endsWith("/") ? base.path().substring(0, base.path().length() - 1) : base.path();
        return new RequestOptions()
                .setMethod(HttpMethod.valueOf(method))
                .setSsl(base.tls())
                .setHost(base.host())
                .setPort(base.port())
                .setURI(prefix + path)
                .setFollowRedirects(false)
                .setHeaders(headers.of(given, base.authorization(), depth));
    }

    /** The address without its secrets, for messages. */
    public String shown() {
        return base.shown();
    }

    @Override
    public void close() {
        client.close();
    }
}
