package dev.sluice.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Counts what was tried in vain, by address, so that nobody can try keys as fast as the network allows, or unseen. */
@Singleton
public class FailedTries {
    private static final Logger LOG = Logger.getLogger(FailedTries.class);
    private static final int MOST_ADDRESSES = 10_000;

    private record Failed(int count, Instant first) {}

    private final Map<String, Failed> byAddress = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failed> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };
    private final SignInConfig config;
    private final Clock clock;
    private final Counter metric;

    FailedTries(SignInConfig config, Clock clock, MeterRegistry meters) {
        this.config = config;
        this.clock = clock;
        metric = Counter.builder("sluice.keys.refused")
                .description("Keys that were tried and open nothing")
                .register(meters);
    }

    /** What is tried, each counted apart: a script with an old key must not keep people from signing in. */
    public enum Kind {
        SIGN_IN,
        CALL
    }

    private int most(Kind kind) {
        return kind == Kind.SIGN_IN ? config.tries() : config.callTries();
    }

    private static String key(Kind kind, String address) {
        return kind + " " + address;
    }

    /** How long this address has to wait before it may try again; zero where it need not. */
    public synchronized Duration pause(Kind kind, String address) {
        Failed failed = byAddress.get(key(kind, address));
        if (failed == null || failed.count() < most(kind)) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(clock.instant(), failed.first().plus(config.pause()));
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** One more was tried in vain from there. */
    public synchronized void failed(Kind kind, String address) {
        Instant now = clock.instant();
        Failed before = byAddress.get(key(kind, address));
        boolean counts = before != null && before.first().plus(config.pause()).isAfter(now);
        if (counts && before.count() + 1 == most(kind)) {
            LOG.warnf(
                    "%d keys that open nothing came from %s within %s; further ones are told to wait",
                    most(kind), address, config.pause());
        }
        metric.increment();
        byAddress.put(key(kind, address), counts ? new Failed(before.count() + 1, before.first()) : new Failed(1, now));
    }

    /**
     * Counts a call with a key that opens nothing.
     *
     * @return what to answer instead of the usual where too many came from its address before; the call's answer says how long
     *     to wait
     */
    Optional<Problem> again(RoutingContext call) {
        String address = call.request().remoteAddress().hostAddress();
        Duration pause = pause(Kind.CALL, address);
        if (pause.isZero()) {
            failed(Kind.CALL, address);
            return Optional.empty();
        }
        long seconds = pause.toSeconds() + 1;
        call.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        return Optional.of(Problem.of(
                429,
                "This key opens nothing, and too many such were tried from your address. Try again in " + seconds
                        + " s, with a key that opens."));
    }

    /** Whoever calls from there has a key. */
    public synchronized void succeeded(Kind kind, String address) {
        byAddress.remove(key(kind, address));
    }
}
