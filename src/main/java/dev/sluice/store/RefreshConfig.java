package dev.sluice.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How several processes on one database follow each other. */
@ConfigMapping(prefix = "sluice.refresh")
interface RefreshConfig {
    /** How often to ask whether another process changed a workflow or a switch. */
    @WithDefault("5s")
    Duration every();
}
