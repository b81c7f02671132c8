package dev.sluice.http.run;

import dev.sluice.engine.Engine;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Sees to it that who waits for a decision gets one although the program is told to end: Quarkus keeps connections open for a
 * while (quarkus.shutdown.timeout), within which calls that take longer are answered without a decision.
 */
@ApplicationScoped
class LastCalls {
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    /** How the program ends. */
    @ConfigMapping(prefix = "sluice.shutdown")
    interface ShutdownConfig {
        /** How long calls that are being run have to come to a decision. */
        @WithDefault("1s")
        Duration decision();
    }

    private final Engine engine;
    private final ShutdownConfig config;

    LastCalls(Engine engine, ShutdownConfig config) {
        this.engine = engine;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            Runtime.getRuntime().addShutdownHook(new Thread(this::answer, "sluice-last-calls"));
        }
    }

    private void answer() {
        long until = System.nanoTime() + config.decision().toNanos();
        while (engine.undecided() > 0 && System.nanoTime() - until < 0) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        engine.conclude();
    }
}
