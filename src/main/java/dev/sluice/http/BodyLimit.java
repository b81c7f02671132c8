package dev.sluice.http;

import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Takes all bodies from the wire, and refuses those that are too large as early as can be, in words that Quarkus does not find.
 * No resource may have a {@code byte[]} parameter beside this: it would be read again, and wrongly.
 */
@Singleton
final class BodyLimit {
    private static final Logger LOG = Logger.getLogger(BodyLimit.class);
    static final int FIRST = 1_000;

    /** Behind Quarkus' own, which find out whose token a call brings and whether the path is for them. */
    private static final int KNOWN = 50;

    private static final int LIMIT_OF_STRANGERS = 4 * 1024;
    private static final long PATIENCE_MILLIS = 2_000;

    private final int limit;
    private final Duration patience;
    private final Callers callers;
    private final Admission admission;

    BodyLimit(HttpConfig config, Callers callers, Admission admission) {
        limit = Math.toIntExact(config.maxBody().asLongValue());
        patience = config.bodyTimeout();
        this.callers = callers;
        this.admission = admission;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
        filters.register(this::checkKnown, KNOWN);
    }

    void explain(@Observes Router router) {
        router.route().order(-FIRST).failureHandler(call -> {
            if (call.statusCode() == 413 && !call.response().ended()) {
                refuse(call);
            } else if (call.failure() instanceof HttpClosedException) {
                LOG.debugf(
                        "A caller hung up: %s %s",
                        call.request().method(), call.request().path());
            } else {
                call.next();
            }
        });
    }

    private void check(RoutingContext call) {
        long announced = announced(call.request());
        int limit = SessionDoor.signsIn(call) ? LIMIT_OF_STRANGERS : this.limit;
        if (announced > limit) {
            refuse(call);
        } else if (announced != 0 && isKnown(call)) {
            take(call, limit, (int) announced, true);
        } else if (announced != 0 && (SessionDoor.signsIn(call) || callers.maySign(call))) {
            take(call, limit, (int) announced, false);
        } else {
            call.next();
        }
    }

    /** Who comes with a token is not known before others have looked at it; until then nothing is read. */
    private void checkKnown(RoutingContext call) {
        long announced = announced(call.request());
        if (announced != 0 && callers.bringsToken(call) && !ServiceDoor.admitted(call)) {
            take(call, limit, (int) announced, true);
        } else {
            call.next();
        }
    }

    private boolean isKnown(RoutingContext call) {
        return ServiceDoor.admitted(call) || SessionDoor.session(call).isPresent() || callers.bringsKey(call);
    }

    private void take(RoutingContext call, int limit, int announced, boolean known) {
        if (isEncoded(call.request())) {
            turnAway(call, Problem.of(415, "The body is compressed. Send it as it is, without Content-Encoding."));
            return;
        }
        try {
            admission.enter(call, announced, known);
        } catch (ProblemException e) {
            turnAway(call, e.problem());
            return;
        }
        // And read as JSON: curl calls every body a form.
        call.request().headers().set(HttpHeaders.CONTENT_TYPE, "application/json");
        BodyReader.read(call, limit, known ? announced : -1, patience);
    }

    private static boolean isEncoded(HttpServerRequest request) {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        return encoding != null && !encoding.equalsIgnoreCase("identity");
    }

    /** The length of the body in bytes, 0 for none, -1 where one will come of which the length is not told. */
    private static long announced(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            return request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null ? 0 : -1;
        }
        try {
            return Long.parseLong(length.strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private void refuse(RoutingContext call) {
        turnAway(call, tooLarge());
    }

    /**
     * What is still to come of the body is not wanted: the connection is closed behind the answer, but not before the caller had
     * the time to read it, for closing while bytes arrive would take the answer away from them.
     */
    static void turnAway(RoutingContext call, Problem problem) {
        HttpServerRequest request = call.request();
        answer(call.response().putHeader(HttpHeaders.CONNECTION, "close"), problem);
        if (!request.isEnded()) {
            request.handler(unwanted -> {}).exceptionHandler(hungUp -> {});
            request.resume();
        }
        call.vertx().setTimer(PATIENCE_MILLIS, late -> request.connection().close());
    }

    private Problem tooLarge() {
        return Problem.of(
                413,
                "The body is larger than " + limit + " bytes, the limit. Send less, or raise SLUICE_HTTP_MAX_BODY.");
    }

    /** Answers a problem outside of any resource. */
    static Future<Void> answer(HttpServerResponse response, Problem problem) {
        if (problem.status() == 503) {
            response.putHeader(HttpHeaders.RETRY_AFTER, "1");
        }
        return response.setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(Json.write(Fields.of(
                        "type", problem.type(),
                        "title", problem.title(),
                        "status", (long) problem.status(),
                        "detail", problem.detail())));
    }
}
