package dev.sluice.outside;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Counts and times calls to servers by host and status. Hosts come from workflows, statuses from servers, so both are
 * bounded: hosts beyond the first fifty are {@code other}, a status that is none of the usual ones is its class, as
 * {@code 4xx}.
 */
final class CallMetrics {
    static final int MOST_HOSTS = 50;
    private static final String OTHER = "other";
    private static final Set<Integer> USUAL = Set.of(
            200, 201, 202, 204, 301, 302, 303, 304, 307, 308, 400, 401, 403, 404, 405, 408, 409, 413, 415, 422, 429,
            500, 501, 502, 503, 504);

    private static final CallMetrics OF_ALL = new CallMetrics();

    private final Map<String, Boolean> hosts = new ConcurrentHashMap<>();

    /** A count of its own, for tests. */
    CallMetrics() {}

    /** That of the program. */
    static CallMetrics ofAll() {
        return OF_ALL;
    }

    /**
     * Counts one call.
     *
     * @param status 0 where no answer came
     * @param begunNanos {@link System#nanoTime()} at its beginning
     */
    void count(String host, int status, long begunNanos) {
        Timer.builder("sluice.outside.calls")
                .description("calls to HTTP servers, and how long they took")
                .tag("host", host(host))
                .tag("status", status(status))
                .register(Metrics.globalRegistry)
                .record(System.nanoTime() - begunNanos, TimeUnit.NANOSECONDS);
    }

    String host(String host) {
        if (hosts.containsKey(host)) {
            return host;
        }
        if (hosts.size() >= MOST_HOSTS) {
            return OTHER;
        }
        hosts.put(host, true);
        return host;
    }

    static String status(int status) {
        if (status == 0) {
            return "none";
        }
        return USUAL.contains(status) ? Integer.toString(status) : status / 100 + "xx";
    }
}
