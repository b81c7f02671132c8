package dev.sluice.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Arrays;

/**
 * Takes one body from the wire into one array, which is what parsers read. Vert.x's own BodyHandler gathers it in a
 * buffer that grows as it comes, and is copied once more to be read: half of the time a large event takes to arrive.
 */
final class BodyReader {
    private static final String KEY = BodyReader.class.getName();

    /** Given at once to a caller that says how much will come; the rest grows with what does come. */
    private static final int MOST_ON_TRUST = 1024 * 1024;

    private static final int FOR_UNKNOWN = 8 * 1024;

    private final RoutingContext call;
    private final int limit;
    private byte[] body;
    private final long timer;
    private int length;
    private boolean refused;

    private BodyReader(RoutingContext call, int limit, int announced, Duration patience) {
        this.call = call;
        this.limit = limit;
        timer = call.vertx().setTimer(patience.toMillis(), late -> refuse(tooSlow(patience)));
        body = new byte[announced < 0 ? FOR_UNKNOWN : Math.min(announced, MOST_ON_TRUST)];
    }

    /**
     * Goes on with the call once the body is there; fails it with 413 once it is longer than {@code limit} bytes, and with
     * 408 once it takes longer than {@code patience}.
     *
     * @param announced its length in bytes, -1 where the caller does not say or is not believed
     */
    static void read(RoutingContext call, int limit, int announced, Duration patience) {
        BodyReader reader = new BodyReader(call, limit, announced, patience);
        HttpServerRequest request = call.request();
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            call.response().writeContinue();
        }
        request.handler(reader::add)
                .exceptionHandler(reader::broke)
                .endHandler(end -> reader.finish())
                .resume();
    }

    /** What was read of the body; null for none. */
    static byte[] body(RoutingContext call) {
        return call.get(KEY);
    }

    private void add(Buffer part) {
        int after = length + part.length();
        if (refused) {
            return;
        }
        if (after > limit) {
            stop();
            call.fail(413);
            return;
        }
        try {
            Admission.grown(call, after);
        } catch (ProblemException e) {
            refuse(e.problem());
            return;
        }
        if (after > body.length) {
            body = Arrays.copyOf(body, Math.min(limit, Math.max(after, 2 * body.length)));
        }
        part.getBytes(0, part.length(), body, length);
        length = after;
    }

    private void finish() {
        if (!refused) {
            call.vertx().cancelTimer(timer);
            call.put(KEY, length == body.length ? body : Arrays.copyOf(body, length));
            call.next();
        }
    }

    private void broke(Throwable error) {
        stop();
        call.fail(error);
    }

    private void refuse(Problem problem) {
        stop();
        BodyLimit.turnAway(call, problem);
    }

    private void stop() {
        refused = true;
        body = null;
        call.vertx().cancelTimer(timer);
    }

    private static Problem tooSlow(Duration patience) {
        return Problem.of(
                408,
                "The body did not arrive within " + patience.toSeconds()
                        + " s (SLUICE_HTTP_BODY_TIMEOUT), so it was not waited for any longer.");
    }
}
