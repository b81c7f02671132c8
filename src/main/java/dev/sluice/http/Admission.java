package dev.sluice.http;

import dev.sluice.payload.Allowance;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much may be under way at once. Each call with a body sets memory aside for it and for what will be made of it, more if
 * that turns out to be much, and gives it back when it is answered; who finds no room is told to come again.
 */
@Singleton
final class Admission {
    private static final String KEY = Admission.class.getName();

    /** What a call takes whatever its body. */
    private static final int CALL = 16 * 1024;

    /** A body, and what is commonly made of it, by its length. */
    private static final int TIMES = 4;

    /** What a value takes in memory: a reference, a text, its bytes. */
    private static final int VALUE = 60;

    private static final long STEP = 1024 * 1024;

    private final long most;
    private final int mostCalls;
    private final AtomicLong taken = new AtomicLong();
    private final AtomicInteger calls = new AtomicInteger();

    Admission(HttpConfig config, MeterRegistry meters) {
        most = config.memory()
                .map(MemorySize::asLongValue)
                .orElse(Runtime.getRuntime().maxMemory() / 2);
        mostCalls = config.maxCalls();
        Gauge.builder("sluice.http.calls", calls, AtomicInteger::get)
                .description("Calls with a body under way")
                .register(meters);
        Gauge.builder("sluice.http.memory", taken, AtomicLong::get)
                .baseUnit("bytes")
                .description("Memory set aside for calls under way")
                .register(meters);
    }

    /**
     * Lets a call in.
     *
     * @param announced the length of its body in bytes, -1 where it is not told
     * @throws ProblemException where there is no room: 503, or 413 where there never is
     */
    void enter(RoutingContext call, long announced) {
        if (calls.incrementAndGet() > mostCalls) {
            calls.decrementAndGet();
            throw new ProblemException(
                    503,
                    mostCalls
                            + " calls are under way (SLUICE_HTTP_MAX_CALLS), and no more are taken. Try again in a moment.");
        }
        Pass pass = new Pass();
        call.addEndHandler(end -> pass.leave());
        call.put(KEY, pass);
        pass.grow(Math.max(announced, 0));
    }

    /** What a call was let in with; of others endless. */
    static Allowance of(RoutingContext call) {
        Pass pass = call.get(KEY);
        return pass == null ? Allowance.ENDLESS : pass;
    }

    /** The body is so long by now, in bytes. */
    static void grown(RoutingContext call, int length) {
        Pass pass = call.get(KEY);
        if (pass != null) {
            pass.grow(length);
        }
    }

    /** The room of one call. Used by one thread after the other. */
    private final class Pass implements Allowance {
        private long mine;
        private long forValues;
        private boolean left;

        void grow(long length) {
            long wanted = CALL + TIMES * length;
            if (wanted > mine) {
                add(wanted - mine);
            }
        }

        @Override
        public void take(int values) {
            forValues += (long) VALUE * values;
            if (forValues > mine) {
                add(Math.max(forValues - mine, STEP));
            }
        }

        private synchronized void add(long bytes) {
            if (mine + bytes > most) {
                throw new ProblemException(
                        413,
                        "The body takes more memory than there is for calls (" + most / STEP
                                + " MiB). Send less, or give Sluice a larger heap (-Xmx, of an image SLUICE_HEAP) or"
                                + " SLUICE_HTTP_MEMORY.");
            }
            if (left || taken.addAndGet(bytes) > most) {
                if (!left) {
                    taken.addAndGet(-bytes);
                }
                throw new ProblemException(
                        503,
                        "The calls under way take all the memory there is for them (SLUICE_HTTP_MEMORY). Try again in a"
                                + " moment.");
            }
            mine += bytes;
        }

        private synchronized void leave() {
            if (!left) {
                left = true;
                taken.addAndGet(-mine);
                calls.decrementAndGet();
            }
        }
    }
}
