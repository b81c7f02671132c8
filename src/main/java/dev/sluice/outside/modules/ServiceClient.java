package dev.sluice.outside.modules;

import dev.sluice.outside.CallerThread;
import dev.sluice.outside.OutsideException;
import dev.sluice.payload.Json;
import dev.sluice.payload.PayloadException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** Speaks to one misp-modules service: JSON there and back. Whatever ends an exchange early closes its connection. */
final class ServiceClient {
    /** The service cannot be reached at all, or is no misp-modules service. */
    static final class UnreachableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnreachableException(String message) {
            super(message, null, false, false);
        }
    }

    private final HttpClient client;
    private final URI address;
    private final long maxAnswer;

    ServiceClient(HttpClient client, URI address, long maxAnswer) {
        this.client = client;
        this.address = address;
        this.maxAnswer = maxAnswer;
    }

    /** Its address, for messages. */
    String shown() {
        return address.getScheme() + "://" + address.getHost() + ":" + port();
    }

    /** The JSON that a resource is. */
    Uni<Object> get(String path, Duration patience) {
        return send(HttpMethod.GET, path, null, patience, "sluice.modules.discovery-timeout");
    }

    /** The JSON that a question is answered with. */
    Uni<Object> post(String path, byte[] body, Duration patience, String patienceSetting) {
        return send(HttpMethod.POST, path, body, patience, patienceSetting);
    }

    private Uni<Object> send(HttpMethod method, String path, byte[] body, Duration patience, String patienceSetting) {
        String base = address.getRawPath() == null ? "" : address.getRawPath().replaceAll("/+$", "");
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setSsl("https".equalsIgnoreCase(address.getScheme()))
                .setHost(address.getHost())
                .setPort(port())
                .setURI(base + path)
                .putHeader("Accept", "application/json");
        if (body != null) {
            options.putHeader("Content-Type", "application/json");
        }
        return Uni.createFrom()
                .<Buffer>emitter(answered -> start(options, body, answered))
                .ifNoItem()
                .after(patience)
                .failWith(() -> new OutsideException("misp-modules at " + shown() + " did not answer within "
                        + patience.toMillis() + " ms. To wait longer, set " + patienceSetting + "."))
                .emitOn(CallerThread.here())
                .map(this::parse);
    }

    private void start(RequestOptions options, byte[] body, UniEmitter<? super Buffer> answered) {
        client.request(options).onFailure(e -> answered.fail(unreachable(e))).onSuccess(request -> {
            AtomicBoolean whole = new AtomicBoolean();
            answered.onTermination(() -> {
                if (!whole.get()) {
                    request.connection().close();
                }
            });
            request.response()
                    .onFailure(e -> answered.fail(unreachable(e)))
                    .onSuccess(response -> read(response, answered, whole));
            request.end(body == null ? Buffer.buffer() : Buffer.buffer(body));
        });
    }

    private void read(HttpClientResponse response, UniEmitter<? super Buffer> answered, AtomicBoolean over) {
        Buffer whole = Buffer.buffer();
        response.exceptionHandler(e -> answered.fail(unreachable(e)));
        response.handler(chunk -> {
            if (whole.length() + (long) chunk.length() > maxAnswer) {
                answered.fail(new OutsideException("The answer of misp-modules at " + shown() + " is larger than "
                        + maxAnswer + " bytes. To read more, set sluice.modules.max-answer."));
            } else {
                whole.appendBuffer(chunk);
            }
        });
        response.endHandler(end -> {
            over.set(true);
            if (response.statusCode() / 100 == 2) {
                answered.complete(whole);
            } else {
                answered.fail(new OutsideException("misp-modules at " + shown() + " answered with HTTP status "
                        + response.statusCode() + "; its log says why."));
            }
        });
    }

    private Object parse(Buffer answer) {
        try {
            return Json.parse(answer.getBytes());
        } catch (PayloadException e) {
            throw new OutsideException("The answer of misp-modules at " + shown() + " is no JSON: " + e.getMessage());
        }
    }

    private UnreachableException unreachable(Throwable cause) {
        String why = cause instanceof UnknownHostException
                ? "its host is not known"
                : cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new UnreachableException("misp-modules at " + shown() + " cannot be reached: " + why + ".");
    }

    private int port() {
        return address.getPort() > 0 ? address.getPort() : "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    }
}
