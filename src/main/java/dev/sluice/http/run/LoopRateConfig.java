package dev.sluice.http.run;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When runs that change the same thing again and again are refused as a loop. */
@ConfigMapping(prefix = "sluice.loop")
interface LoopRateConfig {
    /**
     * In how many runs within a minute a workflow may change the same event, object or attribute in MISP. A person or a script does not
     * save one thing every two seconds; a loop does so within a minute.
     */
    @WithDefault("30")
    int perMinute();
}
