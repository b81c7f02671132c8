package dev.sluice.http.access;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts what was tried in vain, by address, so that nobody can try keys as fast as the network allows. */
@Singleton
class FailedTries {
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

    FailedTries(SignInConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** How long this address has to wait before it may try again; zero where it need not. */
    synchronized Duration pause(String address) {
        Failed failed = byAddress.get(address);
        if (failed == null || failed.count() < config.tries()) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(clock.instant(), failed.first().plus(config.pause()));
        return left.isNegative() ? Duration.ZERO : left;
    }

    synchronized void failed(String address) {
        Instant now = clock.instant();
        Failed before = byAddress.get(address);
        boolean counts = before != null && before.first().plus(config.pause()).isAfter(now);
        byAddress.put(address, counts ? new Failed(before.count() + 1, before.first()) : new Failed(1, now));
    }

    synchronized void succeeded(String address) {
        byAddress.remove(address);
    }
}
