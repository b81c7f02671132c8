package dev.sluice.outside;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.faulttolerance.api.RateLimitException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/**
 * The hosts that are called, each behind a circuit breaker and, where one is set, a rate limit. What is not let through
 * fails at once, with a sentence for the user. Only so many hosts are remembered, and each in this process alone.
 */
@Singleton
public class Hosts {
    private final HostsConfig config;
    private final Map<String, Host> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Host> eldest) {
            return size() > config.hosts();
        }
    };

    @Inject
    Hosts(HostsConfig config, MeterRegistry metrics) {
        this.config = config;
        need(config.hosts() > 0, "hosts", "1 or more");
        need(config.breaker().requests() > 0, "breaker.requests", "1 or more");
        need(
                config.breaker().failures() > 0 && config.breaker().failures() <= 1,
                "breaker.failures",
                "above 0 and up to 1");
        need(config.breaker().pause().toMillis() > 0, "breaker.pause", "1ms or more");
        need(config.rate().limit() >= 0, "rate.limit", "0 or more");
        need(config.rate().window().toMillis() > 0, "rate.window", "1ms or more");
        Gauge.builder("sluice.outbound.breaker.open", this, Hosts::open)
                .description("hosts that are not called because they failed too often")
                .register(metrics);
    }

    private Hosts() {
        config = null;
    }

    private static void need(boolean met, String setting, String what) {
        if (!met) {
            throw new CannotStartException("sluice.outbound." + setting + " must be " + what + ".");
        }
    }

    /** Hosts that are called whatever comes of it; for tests. */
    public static Hosts unguarded() {
        return new Hosts();
    }

    /**
     * Carries out a call of a host, or refuses to.
     *
     * @param host with its port, as messages name it
     * @param status HTTP status of an answer
     * @return what the call returns, its failure, or the refusal
     */
    public <T> Uni<T> guarded(String host, Uni<T> call, ToIntFunction<T> status) {
        if (config == null || !config.breaker().enabled() && config.rate().limit() < 1) {
            return call;
        }
        return Uni.createFrom()
                .<T>emitter(answered -> new GuardedCall<>(call, status, answered).through(host(host).guard))
                .onFailure(CircuitBreakerOpenException.class)
                .transform(e -> new OutsideException(host + " is not called for "
                        + Failures.shown(config.breaker().pause())
                        + ", because too many of its last " + config.breaker().requests()
                        + " requests failed. To have it called all the same, set " + Setting.BREAKER + " to false."))
                .onFailure(RateLimitException.class)
                .transform(e -> new OutsideException(
                        host + " is called more than " + config.rate().limit()
                                + " times in " + Failures.shown(config.rate().window()) + ". To allow more, set "
                                + Setting.RATE_LIMIT + "."));
    }

    private Host host(String name) {
        synchronized (known) {
            return known.computeIfAbsent(name, it -> new Host(config));
        }
    }

    /** How many hosts are left alone at this moment. */
    private int open() {
        synchronized (known) {
            return (int) known.values().stream().filter(it -> it.open).count();
        }
    }

    /** One host. */
    private static final class Host {
        private final Guard guard;
        private volatile boolean open;

        Host(HostsConfig config) {
            Guard.Builder builder = Guard.create();
            if (config.breaker().enabled()) {
                builder = builder.withCircuitBreaker()
                        .requestVolumeThreshold(config.breaker().requests())
                        .failureRatio(config.breaker().failures())
                        .delay(config.breaker().pause().toMillis(), ChronoUnit.MILLIS)
                        .when(GuardedCall::isFailureOfHost)
                        .onStateChange(it -> open = it == CircuitBreakerState.OPEN)
                        .done();
            }
            if (config.rate().limit() > 0) {
                builder = builder.withRateLimit()
                        .limit(config.rate().limit())
                        .window(config.rate().window().toMillis(), ChronoUnit.MILLIS)
                        .done();
            }
            guard = builder.build();
        }
    }
}
