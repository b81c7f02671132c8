package dev.sluice.store.tasks;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much work may go on that nobody waits for, and how often it is tried. */
@ConfigMapping(prefix = "sluice.queue")
interface QueueConfig {
    /** How many tasks may wait; more are refused. */
    @WithDefault("100000")
    int waiting();

    /** How many run at once in this process. */
    @WithDefault("16")
    int parallel();

    /** How often a task is tried again after an error. */
    @WithDefault("5")
    int retries();

    /** The pause before the first time it is tried again. */
    @WithDefault("2s")
    Duration firstPause();

    /** How many times longer each further pause is. */
    @WithDefault("3")
    double factor();

    /** The longest pause. */
    @WithDefault("10m")
    Duration longestPause();

    /**
     * How often a process that runs tasks says that it lives; one that was silent for four times as long has its tasks taken
     * over.
     */
    @WithDefault("5s")
    Duration heartbeat();

    /** How often it is looked whether there is something to do; what this process takes itself starts at once. */
    @WithDefault("1s")
    Duration poll();

    /** How much data may wait to be stored, in memory; more is refused. */
    @WithDefault("64M")
    MemorySize inbox();

    /** How long the end of the program waits for tasks to finish; others go back to the queue. */
    @WithDefault("1s")
    Duration farewell();
}
