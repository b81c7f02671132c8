package dev.sluice.outside;

import dev.sluice.module.Outbound.Answer;
import io.netty.handler.codec.http.HttpUtil;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.nio.charset.StandardCharsets;

/** One request and its answer. Whatever ends it before the last byte (time, size, cancellation) closes the connection. */
final class Exchange {
    /** What came back, and where else it is said to be; null for nowhere. */
    record Reply(Answer answer, String location) {}

    private final Vertx vertx;
    private final Limits limits;
    private final UniEmitter<? super Reply> answered;
    private final Buffer body = Buffer.buffer();
    private String host;
    private String target;
    private long begun;
    private int status;
    private long alarm;
    private volatile HttpClientRequest request;
    private volatile boolean whole;
    private volatile boolean over;

    Exchange(Vertx vertx, Limits limits, UniEmitter<? super Reply> answered) {
        this.vertx = vertx;
        this.limits = limits;
        this.answered = answered;
    }

    void start(HttpClient client, RequestOptions options, byte[] sent) {
        begun = System.nanoTime();
        host = options.getHost();
        target = options.getHost() + ":" + options.getPort();
        alarm = vertx.setTimer(limits.timeout().toMillis(), id -> fail(Failures.timedOut(target, limits)));
        answered.onTermination(this::end);
        client.request(options).onSuccess(opened -> send(opened, sent)).onFailure(this::fail);
    }

    private void send(HttpClientRequest opened, byte[] sent) {
        request = opened;
        if (over) {
            opened.connection().close();
            return;
        }
        opened.response().onSuccess(this::read).onFailure(this::fail);
        if (sent == null || sent.length == 0) {
            opened.end();
        } else {
            opened.end(Buffer.buffer(sent));
        }
    }

    private void read(HttpClientResponse response) {
        response.exceptionHandler(this::fail);
        response.handler(chunk -> {
            if (body.length() + (long) chunk.length() > limits.maxAnswer()) {
                fail(Failures.tooLarge(target, limits));
            } else {
                body.appendBuffer(chunk);
            }
        });
        response.endHandler(end -> {
            whole = true;
            status = response.statusCode();
            var charset = HttpUtil.getCharset(response.getHeader("Content-Type"), StandardCharsets.UTF_8);
            answered.complete(new Reply(
                    new Answer(response.statusCode(), body.toString(charset)), response.getHeader("Location")));
        });
    }

    private void fail(Throwable cause) {
        answered.fail(cause instanceof OutsideException ? cause : Failures.of(cause, target, limits));
    }

    /** A request that gets its connection only after this closes it itself. */
    private void end() {
        over = true;
        CallMetrics.ofAll().count(host, status, begun);
        vertx.cancelTimer(alarm);
        HttpClientRequest opened = request;
        if (opened != null && !whole) {
            opened.connection().close();
        }
    }
}
