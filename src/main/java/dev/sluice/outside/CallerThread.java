package dev.sluice.outside;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;

/**
 * Where a walk goes on after it waited for the outside: on the event loop it came from, else on a worker thread. Without
 * this the next modules would run on the threads of the clients: block the socket of ZMQ, or an event loop.
 */
public final class CallerThread {
    private CallerThread() {}

    /** Where the walk that calls this goes on. */
    public static Executor here() {
        Context context = Vertx.currentContext();
        return context != null && Context.isOnEventLoopThread()
                ? task -> context.runOnContext(ignored -> task.run())
                : Infrastructure.getDefaultWorkerPool();
    }
}
