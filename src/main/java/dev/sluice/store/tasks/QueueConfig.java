package dev.sluice.store.tasks;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much work may go on that nobody waits for. */
@ConfigMapping(prefix = "sluice.queue")
interface QueueConfig {
    /** How many tasks may wait; more are refused. */
    @WithDefault("10000")
    int waiting();

    /** How many run at once. */
    @WithDefault("16")
    int parallel();

    /** How long the end of the program waits for tasks to finish. */
    @WithDefault("10s")
    Duration farewell();
}
