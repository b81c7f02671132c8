package dev.sluice.http.schedule;

import dev.sluice.http.run.TriggerCalls;
import dev.sluice.module.Modules;
import dev.sluice.module.Spec;
import dev.sluice.payload.Json;
import dev.sluice.store.schedules.DueTimes;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;

/** Fires what is due, as if somebody had called: what is switched off is skipped, what does not block is queued. */
@ApplicationScoped
class Timekeeper {
    private static final Logger LOG = Logger.getLogger(Timekeeper.class);
    private static final TriggerCalls.Manner MANNER = new TriggerCalls.Manner(false, false, 0);

    private final DueTimes times;
    private final Modules modules;
    private final TriggerCalls calls;
    private boolean failing;
    private volatile boolean ending;

    @Inject
    Timekeeper(DueTimes times, Modules modules, TriggerCalls calls) {
        this.times = times;
        this.modules = modules;
        this.calls = calls;
    }

    /** From here on others may take what is due: a time that is claimed now would be lost. */
    void stop(@Observes ShutdownEvent event) {
        ending = true;
    }

    @Scheduled(
            every = "${sluice.schedules.every:1s}",
            delayed = "${sluice.schedules.every:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        if (ending) {
            return;
        }
        try {
            times.claim(this::fire);
            failing = false;
        } catch (RuntimeException e) {
            if (!failing && !ending) {
                LOG.warnf("Cannot ask the database which schedules are due; trying again: %s", e.getMessage());
            }
            failing = true;
        }
    }

    /** Nobody waits: a trigger that blocks takes its time up to its deadline, and holds up no other. */
    private void fire(DueTimes.Due due) {
        Uni.createFrom()
                .deferred(() -> fired(due))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .subscribe()
                .with(
                        result -> keep(
                                due,
                                times::ran,
                                result.run() == null
                                        ? result.queuedId()
                                        : result.run().id()),
                        failure -> keep(due, times::failed, String.valueOf(failure.getMessage())));
    }

    @SuppressWarnings("unchecked") // only objects are taken as data
    private Uni<TriggerCalls.Result> fired(DueTimes.Due due) {
        try {
            Spec trigger = modules.trigger(due.schedule().trigger())
                    .map(it -> it.spec())
                    .orElseThrow(() -> new IllegalStateException("There is no trigger `"
                            + due.schedule().trigger() + "` any more. Declare it again, or delete the schedule."));
            byte[] input = due.schedule().data().getBytes(StandardCharsets.UTF_8);
            return calls.fire(trigger, (Map<String, Object>) Json.parse(input), input, MANNER);
        } catch (RuntimeException e) {
            return Uni.createFrom().failure(e);
        }
    }

    private static void keep(DueTimes.Due due, BiConsumer<DueTimes.Due, String> keeping, String what) {
        try {
            keeping.accept(due, what);
        } catch (RuntimeException e) {
            LOG.warnf(
                    "What came of schedule %d (%s) could not be kept: %s",
                    due.schedule().id(), what, e.getMessage());
        }
    }
}
