package dev.sluice.store.history;

import dev.sluice.engine.ExecutionLog;
import dev.sluice.store.db.SqlStates;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** The thread that takes runs from the buffer and writes them, into the log file and into the database. */
final class Scribe {
    private static final Logger LOG = Logger.getLogger(History.class);
    private static final long WARNING_NANOS = Duration.ofMinutes(1).toNanos();
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final Buffer buffer;
    private final RunWriter writer;
    private final LogFile file;
    private final HistoryConfig config;
    private final Redaction redaction;
    private final Counter dropped;
    private final Counter failed;
    private final AtomicLong droppedUntold = new AtomicLong();
    private final AtomicLong warnedAt = new AtomicLong(System.nanoTime() - WARNING_NANOS);
    private final CountDownLatch leaving = new CountDownLatch(1);
    private final Thread thread = new Thread(this::work, "sluice-history");
    private volatile long giveUpAtNanos;

    Scribe(Buffer buffer, RunWriter writer, LogFile file, MeterRegistry metrics, HistoryConfig config) {
        this.buffer = buffer;
        this.writer = writer;
        this.file = file;
        this.config = config;
        this.redaction = new Redaction(config.redact());
        this.dropped = Counter.builder("sluice.history.dropped")
                .description("runs that were not kept, because too many waited or the database refused them")
                .register(metrics);
        this.failed = Counter.builder("sluice.history.failed")
                .description("attempts to write runs that failed")
                .register(metrics);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Writes the rest, as long as the farewell may take. */
    void finish() {
        giveUpAtNanos = System.nanoTime() + config.farewell().toNanos();
        leaving.countDown();
        buffer.close();
        try {
            thread.join(config.farewell().toMillis() + 1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        tellDropped("");
    }

    /** Counts runs that are lost, and warns at most once a minute. */
    void dropped(int count, String why) {
        dropped.increment(count);
        droppedUntold.addAndGet(count);
        long last = warnedAt.get();
        if (System.nanoTime() - last >= WARNING_NANOS && warnedAt.compareAndSet(last, System.nanoTime())) {
            tellDropped(" " + why);
        }
    }

    private void tellDropped(String why) {
        long count = droppedUntold.getAndSet(0);
        if (count > 0) {
            LOG.warnf("%d runs were not kept in the history%s", count, why);
        }
    }

    private void work() {
        try {
            for (List<Kept> runs = buffer.take(); !runs.isEmpty(); runs = buffer.take()) {
                try {
                    write(runs);
                } catch (RuntimeException e) {
                    LOG.error("Runs could not be written", e);
                    dropped(runs.size(), "because of an error");
                } finally {
                    buffer.wrote(runs.size());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(List<Kept> runs) {
        List<Logged> logged = new ArrayList<>(runs.size());
        for (Kept run : runs) {
            Logged one = Logged.of(run, redaction);
            logged.add(one);
            for (ExecutionLog.Entry entry : one.entries()) {
                file.write(run.run(), entry);
            }
        }
        file.flush();
        writeToDatabase(logged);
    }

    /** A database that is away comes back: the batch is kept until then, and new runs wait in the buffer. */
    private void writeToDatabase(List<Logged> runs) {
        long pause = FIRST_PAUSE_MILLIS;
        while (true) {
            try {
                writer.write(runs);
                return;
            } catch (SQLException e) {
                failed.increment();
                if (SqlStates.isAboutData(e)) {
                    writeOneByOne(runs, e);
                    return;
                }
                if (pause == FIRST_PAUSE_MILLIS) {
                    LOG.warnf("Runs cannot be written, trying again: %s", firstLine(e));
                }
                if (!mayTryAgain(pause)) {
                    dropped(runs.size(), "because the database could not be reached: " + firstLine(e));
                    return;
                }
                pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            }
        }
    }

    /** Pauses, a shorter time when the program is about to end. */
    private boolean mayTryAgain(long pauseMillis) {
        try {
            if (leaving.await(pauseMillis, TimeUnit.MILLISECONDS)) {
                Thread.sleep(FIRST_PAUSE_MILLIS);
                return System.nanoTime() - giveUpAtNanos < 0;
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** One run that the database does not take must not cost the others of its batch. */
    private void writeOneByOne(List<Logged> runs, SQLException first) {
        if (runs.size() == 1) {
            if (SqlStates.isTaken(first) && replaces(runs.get(0))) {
                return;
            }
            dropped(1, "because the database refused them: " + firstLine(first));
            return;
        }
        runs.forEach(run -> writeToDatabase(List.of(run)));
    }

    private boolean replaces(Logged run) {
        try {
            writer.replace(run);
            return true;
        } catch (SQLException e) {
            LOG.debugf("Run %s could not be replaced: %s", run.id(), e.getMessage());
            return false;
        }
    }

    /** The rest is the statement. */
    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
