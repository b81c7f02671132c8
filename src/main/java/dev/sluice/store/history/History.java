package dev.sluice.store.history;

import dev.sluice.engine.Run;
import dev.sluice.store.Page;
import dev.sluice.store.Paging;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.Optional;

/** What ran. Writing never makes a caller wait; reading shows everything that was added before. */
@ApplicationScoped
public class History {
    private final Buffer buffer;
    private final Inputs inputs;
    private final Scribe scribe;
    private final Archive archive;
    private final RunMetrics counts;
    private final HistoryConfig config;

    @Inject
    History(HistoryConfig config, RunWriter writer, LogFile file, Archive archive, MeterRegistry metrics) {
        this.config = config;
        this.archive = archive;
        this.counts = new RunMetrics(metrics);
        this.buffer = new Buffer(config.buffer(), config.batch(), config.every(), System::nanoTime);
        this.inputs = new Inputs(config.input(), System::nanoTime);
        this.scribe = new Scribe(buffer, writer, file, metrics, config);
        Gauge.builder("sluice.history.waiting", buffer, Buffer::size)
                .description("runs that wait to be written")
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        scribe.start();
    }

    /** After the tasks have ended, whose runs belong to it. */
    void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) ShutdownEvent event) {
        scribe.finish();
    }

    /** Keeps a run. Never blocks: where too many wait already it is dropped, counted, and warned of once a minute. */
    public void add(Run run) {
        add(run, null);
    }

    /** As the other, with what the platform sent, JSON text in UTF-8, so that the run can be repeated. */
    public void add(Run run, byte[] input) {
        counts.add(run);
        if (!buffer.add(inputs.admit(run, input))) {
            scribe.dropped(
                    1,
                    "because " + config.buffer()
                            + " others wait to be written (sluice.history.buffer); is the database slow?");
        }
    }

    /** Waits until what was added before is written, or for two seconds. Reads do so by themselves. */
    public void awaitWritten() {
        try {
            buffer.await(config.patience());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The run of that id; empty also where the id is no UUID. Blocks. */
    public Optional<StoredRun> find(String id) {
        awaitWritten();
        return archive.find(id);
    }

    /**
     * What the platform sent for that run, JSON text in UTF-8, secrets replaced by {@code ***}; empty where it was not
     * kept, or the run is not known. Blocks.
     */
    public Optional<byte[]> input(String id) {
        awaitWritten();
        return archive.input(id);
    }

    /**
     * Runs without their details, the latest first if nothing else is said; counted up to 10,001. Sorts by startedAt, durationMicros, outcome, trigger, workflowId.
     * Blocks.
     *
     * @throws dev.sluice.store.InvalidException where the list cannot be sorted so
     */
    public Page<StoredRun> list(RunFilter filter, Paging paging) {
        awaitWritten();
        return archive.list(filter, paging);
    }

    /**
     * Log entries, the latest first if nothing else is said; counted up to 10,001. Sorts by at. Blocks.
     *
     * @throws dev.sluice.store.InvalidException where the list cannot be sorted so
     */
    public Page<LogRow> logs(LogFilter filter, Paging paging) {
        awaitWritten();
        return archive.logs(filter, paging);
    }
}
