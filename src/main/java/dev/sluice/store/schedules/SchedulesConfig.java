package dev.sluice.store.schedules;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How exactly schedules are kept to. */
@ConfigMapping(prefix = "sluice.schedules")
interface SchedulesConfig {
    /** How often it is looked whether one is due; none is kept to more exactly than that. */
    @WithDefault("1s")
    Duration every();

    /** How late a trigger may still be fired, once, where nobody was there when it was due; later it is skipped. */
    @WithDefault("10m")
    Duration late();
}
