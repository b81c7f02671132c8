package dev.sluice.store.debug;

import dev.sluice.engine.Watch;
import dev.sluice.engine.Watcher;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Looks on at the runs of workflows that are in debug mode, dry ones included. */
@Singleton
final class DebugMode implements Watcher {
    private final DebugQueue queue;
    private final DebugConfig.Form form;
    private final Clock clock;

    @Inject
    DebugMode(DebugQueue queue, DebugConfig config, Clock clock) {
        this.queue = queue;
        this.form = config.form();
        this.clock = clock;
    }

    @Override
    public Watch watch(Head head) {
        return head.source().debug() ? new DebugWatch(head, form, clock, queue) : Watch.NONE;
    }
}
