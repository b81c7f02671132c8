package dev.sluice.http.run;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When calls are refused as a loop. */
@ConfigMapping(prefix = "sluice.http")
interface LoopConfig {
    /** How many workflow runs may lie behind a call before it is refused. */
    @WithDefault("8")
    int maxDepth();
}
