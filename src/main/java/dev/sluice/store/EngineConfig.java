package dev.sluice.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What counts for every trigger that has nothing else set. */
@ConfigMapping(prefix = "sluice.engine")
interface EngineConfig {
    /** How long the caller of a blocking trigger waits at most. */
    @WithDefault("10s")
    Duration deadline();
}
