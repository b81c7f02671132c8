package dev.sluice.store.tasks;

import dev.sluice.engine.Background;
import dev.sluice.store.IdempotencyKeys.Claim;
import dev.sluice.store.db.SqlStates;
import dev.sluice.store.tasks.Change.Outcome;
import dev.sluice.store.tasks.Change.Take;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * The one thread that writes tasks, as many in a transaction as have come meanwhile: nobody who waits for a commit holds a
 * thread, and a commit serves many. While the database is away new tasks are refused, and what became of others is kept.
 */
final class TaskWriter {
    private static final Logger LOG = Logger.getLogger(TaskQueue.class);
    private static final int MOST = 1_000;
    private static final int MOST_BYTES = 8 << 20;
    private static final long PAUSE_MILLIS = 200;
    private static final int BUSY = 8;
    private static final int RUSH = 32;
    private static final long RUSH_NANOS = 20_000_000;
    private static final long LINGER_NANOS = 2_000_000;

    private final DataSource database;
    private final TaskStatements statements;
    private final Clock clock;
    private final Runnable stored;
    private final long capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition there = lock.newCondition();
    private final Deque<Change> waiting = new ArrayDeque<>();
    private final Thread thread = new Thread(this::work, "sluice-queue");
    private volatile long rushedAt = System.nanoTime() - RUSH_NANOS;
    private long bytes;
    private int last;
    private long giveUpAt;
    private boolean closed;
    private boolean away;

    /**
     * @param capacity how many bytes of new tasks may wait
     * @param stored is told when new tasks have been stored
     */
    TaskWriter(DataSource database, TaskStatements statements, Clock clock, long capacity, Runnable stored) {
        this.database = database;
        this.statements = statements;
        this.clock = clock;
        this.capacity = capacity;
        this.stored = stored;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Writes what is there, as long as that may take. */
    void finish(Duration atMost) {
        lock.lock();
        try {
            closed = true;
            giveUpAt = System.nanoTime() + atMost.toNanos();
            there.signal();
        } finally {
            lock.unlock();
        }
        try {
            thread.join(atMost.toMillis() + 500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Fails the change at once where it cannot be taken. */
    void write(Change change) {
        Background.RejectedException refused = null;
        lock.lock();
        try {
            if (closed && !thread.isAlive()) {
                refused = new Background.RejectedException("The program is about to end.");
            } else if (change instanceof Take && closed) {
                refused = new Background.RejectedException("The program is about to end.");
            } else if (change instanceof Take && bytes > 0 && bytes + change.size() > capacity) {
                refused = new Background.RejectedException("Too much data waits to be stored already, " + capacity
                        + " bytes (sluice.queue.inbox); is the database slow?");
            } else {
                bytes += change.size();
                waiting.add(change);
                if (waiting.size() == 1) {
                    there.signal();
                }
            }
        } finally {
            lock.unlock();
        }
        if (refused != null) {
            change.fail(refused);
        }
    }

    /** Lets those go first who wait for their tasks to be stored, if very many do at this moment. Takes at most 20 ms. */
    void giveWay() {
        long left = RUSH_NANOS - (System.nanoTime() - rushedAt);
        if (left > 0) {
            LockSupport.parkNanos(left);
        }
    }

    private void work() {
        try {
            for (List<Change> batch = next(); !batch.isEmpty(); batch = next()) {
                attempt(batch);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Change> next() throws InterruptedException {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) {
                there.await();
            }
            linger();
            List<Change> batch = new ArrayList<>();
            int size = 0;
            while (!waiting.isEmpty() && batch.size() < MOST && size < MOST_BYTES) {
                Change change = waiting.poll();
                size += change.size();
                batch.add(change);
            }
            bytes -= size;
            last = batch.size();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    /** Where many come, a moment makes a commit serve more of them; a commit costs more than what is in it. */
    private void linger() throws InterruptedException {
        long left = last < BUSY ? 0 : LINGER_NANOS;
        while (left > 0 && waiting.size() < MOST && !closed) {
            left = there.awaitNanos(left);
        }
    }

    private void attempt(List<Change> batch) throws InterruptedException {
        try {
            write(batch);
            if (away) {
                away = false;
                LOG.info("Tasks can be written again");
            }
        } catch (SQLException e) {
            if (SqlStates.isAboutData(e)) {
                writeOneByOne(batch, e);
            } else {
                putOff(batch, e);
            }
        } catch (RuntimeException e) {
            LOG.error("Tasks could not be written", e);
            batch.forEach(it -> it.fail(e));
        }
    }

    /** One change that the database does not take must not cost the others. */
    private void writeOneByOne(List<Change> batch, SQLException first) throws InterruptedException {
        if (batch.size() == 1) {
            LOG.errorf("The database refused a task: %s", first.getMessage());
            batch.get(0).fail(new Background.RejectedException("The database refused the task: " + first.getMessage()));
            return;
        }
        for (Change change : batch) {
            attempt(List.of(change));
        }
    }

    private void putOff(List<Change> batch, SQLException e) throws InterruptedException {
        if (!away) {
            away = true;
            LOG.warnf("Tasks cannot be written, new ones are refused meanwhile: %s", e.getMessage());
        }
        List<Change> kept = new ArrayList<>();
        for (Change change : batch) {
            if (change instanceof Take) {
                change.fail(
                        new UnavailableException(
                                "The task could not be stored, because the database does not work at the moment; the log says why. Nothing was queued; send it again later."));
            } else {
                kept.add(change);
            }
        }
        lock.lock();
        try {
            if (closed && System.nanoTime() - giveUpAt > 0) {
                kept.forEach(it -> it.fail(e));
                return;
            }
            for (int i = kept.size() - 1; i >= 0; i--) {
                waiting.addFirst(kept.get(i));
            }
        } finally {
            lock.unlock();
        }
        Thread.sleep(PAUSE_MILLIS);
    }

    private void write(List<Change> batch) throws SQLException {
        List<Take> takes = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (Change change : batch) {
            if (change instanceof Take take) {
                takes.add(take);
            } else {
                outcomes.add((Outcome) change);
            }
        }
        List<Claim> claims;
        List<Boolean> held;
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                claims = takes.isEmpty() ? List.of() : statements.store(connection, takes);
                held = outcomes.isEmpty() ? List.of() : statements.conclude(connection, outcomes, clock.instant());
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                rollback(connection, e);
                throw e;
            } finally {
                if (!connection.isClosed()) {
                    connection.setAutoCommit(true);
                }
            }
        }
        for (int i = 0; i < takes.size(); i++) {
            takes.get(i).done().complete(claims.get(i));
        }
        for (int i = 0; i < outcomes.size(); i++) {
            outcomes.get(i).done().complete(held.get(i));
        }
        if (takes.size() >= RUSH) {
            rushedAt = System.nanoTime();
        }
        if (!takes.isEmpty()) {
            stored.run();
        }
    }

    private static void rollback(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
