package dev.sluice.store.history;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How runs get into the database. */
@ConfigMapping(prefix = "sluice.history")
interface HistoryConfig {
    /** How many runs may wait to be written; what comes beyond that is not kept. */
    @WithDefault("10000")
    int buffer();

    /** How many runs are written in one transaction at most. */
    @WithDefault("500")
    int batch();

    /** How long a run waits for others to be written with. */
    @WithDefault("50ms")
    Duration every();

    /** How long a reader waits for what ran before to be written. */
    @WithDefault("2s")
    Duration patience();

    /** How long the end of the program waits for the rest to be written. */
    @WithDefault("10s")
    Duration farewell();
}
