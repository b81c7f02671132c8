package dev.sluice.http.run;

import dev.sluice.engine.Engine;
import io.quarkus.arc.ClientProxy;
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

    /** The engine itself, not its proxy: that asks for beans, and while the program ends there may be none any more. */
    void start(@Observes StartupEvent event) {
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            Engine running = ClientProxy.unwrap(engine);
            Duration patience = config.decision();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> answer(running, patience), "sluice-last-calls"));
        }
    }

    private static void answer(Engine engine, Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        while (engine.undecided() > 0 && System.nanoTime() - until < 0) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        engine.conclude();
    }
}
