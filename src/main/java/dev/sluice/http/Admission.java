package dev.sluice.http;

import dev.sluice.payload.Allowance;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much may be under way at once. Each call with a body sets memory aside for it and for what will be made of it, more if
 * that turns out to be much, and gives it back when it is answered; who finds no room is told to come again. Those whose body
 * must be read before they are known share half of it, so that strangers keep nobody out.
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

    private final Room all;
    private final Room ofUnknown;

    Admission(HttpConfig config, MeterRegistry meters) {
        long most = config.memory()
                .map(MemorySize::asLongValue)
                .orElse(Runtime.getRuntime().maxMemory() / 2);
        all = new Room(most, config.maxCalls());
        ofUnknown = new Room(most / 2, Math.max(config.maxCalls() / 2, 1));
        Gauge.builder("sluice.http.calls", all.calls, AtomicInteger::get)
                .description("Calls with a body under way")
                .register(meters);
        Gauge.builder("sluice.http.memory", all.taken, AtomicLong::get)
                .baseUnit("bytes")
                .description("Memory set aside for calls under way")
                .register(meters);
    }

    /**
     * Lets a call in.
     *
     * @param announced the length of its body in bytes, -1 where it is not told
     * @param known whether it is known who calls; of others no more is set aside than what has arrived
     * @throws ProblemException where there is no room: 503, or 413 where there never is
     */
    void enter(RoutingContext call, long announced, boolean known) {
        List<Room> rooms = known ? List.of(all) : List.of(ofUnknown, all);
        for (int i = 0; i < rooms.size(); i++) {
            if (!rooms.get(i).enter()) {
                rooms.subList(0, i).forEach(Room::leave);
                throw new ProblemException(
                        503,
                        rooms.get(i).mostCalls
                                + " calls are under way (SLUICE_HTTP_MAX_CALLS), and no more are taken. Try again in a moment.");
            }
        }
        Pass pass = new Pass(rooms);
        call.addEndHandler(end -> pass.leave());
        call.put(KEY, pass);
        pass.grow(known ? Math.max(announced, 0) : 0);
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

    /** What may be taken by all who are in it. */
    private static final class Room {
        private final long most;
        private final int mostCalls;
        private final AtomicLong taken = new AtomicLong();
        private final AtomicInteger calls = new AtomicInteger();

        Room(long most, int mostCalls) {
            this.most = most;
            this.mostCalls = mostCalls;
        }

        boolean enter() {
            boolean fits = calls.incrementAndGet() <= mostCalls;
            if (!fits) {
                calls.decrementAndGet();
            }
            return fits;
        }

        boolean take(long bytes) {
            boolean fits = taken.addAndGet(bytes) <= most;
            if (!fits) {
                taken.addAndGet(-bytes);
            }
            return fits;
        }

        void give(long bytes) {
            taken.addAndGet(-bytes);
        }

        void leave() {
            calls.decrementAndGet();
        }
    }

    /** The place of one call in each of its rooms, the smallest first. Used by one thread after the other. */
    private static final class Pass implements Allowance {
        private final List<Room> rooms;
        private long mine;
        private long forValues;
        private boolean left;

        Pass(List<Room> rooms) {
            this.rooms = rooms;
        }

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
            long most = rooms.get(0).most;
            if (mine + bytes > most) {
                throw new ProblemException(
                        413,
                        "The body takes more memory than there is for calls (" + most / STEP
                                + " MiB). Send less, or give Sluice a larger heap (-Xmx, of an image SLUICE_HEAP) or"
                                + " SLUICE_HTTP_MEMORY.");
            }
            if (left || !takes(bytes)) {
                throw new ProblemException(
                        503,
                        "The calls under way take all the memory there is for them (SLUICE_HTTP_MEMORY). Try again in a"
                                + " moment.");
            }
            mine += bytes;
        }

        private boolean takes(long bytes) {
            for (int i = 0; i < rooms.size(); i++) {
                if (!rooms.get(i).take(bytes)) {
                    rooms.subList(0, i).forEach(it -> it.give(bytes));
                    return false;
                }
            }
            return true;
        }

        private synchronized void leave() {
            if (!left) {
                left = true;
                rooms.forEach(it -> {
                    it.give(mine);
                    it.leave();
                });
            }
        }
    }
}
