package dev.sluice.http.run;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much may be asked for in one call. */
@ConfigMapping(prefix = "sluice.batch")
interface BatchConfig {
    /** How many payloads a workflow can be run with by one call, one after the other. */
    @WithDefault("100")
    int payloads();
}
