package dev.sluice.http.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much is done for those who look on at runs. */
@ConfigMapping(prefix = "sluice.live")
interface LiveConfig {
    /** How many may look on at once; more are refused. */
    @WithDefault("50")
    int readers();

    /** How many events may wait for one slow reader; what comes beyond that it is not told, only how many they were. */
    @WithDefault("1000")
    int waiting();

    /** After how long without news a sign of life is sent. */
    @WithDefault("15s")
    Duration heartbeat();
}
