package dev.sluice.http.live;

import dev.sluice.engine.Run;
import dev.sluice.engine.Visited;
import dev.sluice.engine.Watch;
import dev.sluice.engine.Watcher;
import dev.sluice.graph.Node;
import dev.sluice.http.ProblemException;
import dev.sluice.payload.Payload;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Tells all who read of the runs that begin from then on, each from its beginning. Without readers it costs nothing. */
@Singleton
final class LiveRuns implements Watcher {
    private static final Logger LOG = Logger.getLogger(LiveRuns.class);

    private final Vertx vertx;
    private final LiveConfig config;
    private final Counter skipped;
    private final List<LiveReader> readers = new CopyOnWriteArrayList<>();

    @Inject
    LiveRuns(Vertx vertx, LiveConfig config, MeterRegistry metrics) {
        this.vertx = vertx;
        this.config = config;
        this.skipped = Counter.builder("sluice.live.skipped")
                .description("events that slow readers of the live stream were not told")
                .register(metrics);
        Gauge.builder("sluice.live.readers", readers, List::size)
                .description("how many read the live stream")
                .register(metrics);
    }

    /**
     * The events of runs that begin once it is subscribed to, on the event loop of the subscriber.
     *
     * @param mayLook asked now and then; it ends when that says no
     * @throws ProblemException where too many read already (429)
     */
    Flow.Publisher<LiveEvent> events(LiveReader.Filter filter, Supplier<Uni<Boolean>> mayLook) {
        if (readers.size() >= config.readers()) {
            throw new ProblemException(
                    429,
                    "Already " + readers.size() + " look on at runs, as many as may (sluice.live.readers). Try later.");
        }
        return subscriber -> {
            long millis = config.heartbeat().toMillis();
            LiveReader[] self = new LiveReader[1];
            long timer = vertx.setPeriodic(millis, id -> goOn(self[0], mayLook.get()));
            LiveReader reader = new LiveReader(filter, config.waiting(), vertx.getOrCreateContext(), subscriber, it -> {
                vertx.cancelTimer(timer);
                readers.remove(it);
            });
            self[0] = reader;
            readers.add(reader);
            subscriber.onSubscribe(reader);
            reader.tell(LiveEvent.ALIVE);
        };
    }

    private static void goOn(LiveReader reader, Uni<Boolean> mayLook) {
        mayLook.subscribe()
                .with(
                        may -> {
                            if (may) {
                                reader.tellAlive();
                            } else {
                                reader.end();
                            }
                        },
                        unknown -> {
                            LOG.debugf("Nobody can tell whether a reader may look on: %s", unknown.getMessage());
                            reader.tellAlive();
                        });
    }

    @Override
    public Watch watch(Head head) {
        if (readers.isEmpty()) {
            return Watch.NONE;
        }
        List<LiveReader> interested =
                readers.stream().filter(it -> it.wants(head)).toList();
        if (interested.isEmpty()) {
            return Watch.NONE;
        }
        LiveWatch watch = new LiveWatch(head, interested);
        watch.tell(LiveEvent.began(head));
        return watch;
    }

    private final class LiveWatch implements Watch {
        private final Head head;
        private final List<LiveReader> interested;

        private LiveWatch(Head head, List<LiveReader> interested) {
            this.head = head;
            this.interested = interested;
        }

        @Override
        public void visited(Node node, Visited visited, Payload payload) {
            tell(LiveEvent.visited(head, visited));
        }

        @Override
        public void ended(Run run) {
            tell(LiveEvent.ended(run));
        }

        private void tell(LiveEvent event) {
            for (LiveReader reader : interested) {
                if (!reader.tell(event)) {
                    skipped.increment();
                }
            }
        }
    }
}
