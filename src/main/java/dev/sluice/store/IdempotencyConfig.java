package dev.sluice.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long answers are kept for those who ask again. */
@ConfigMapping(prefix = "sluice.idempotency")
interface IdempotencyConfig {
    /** How long a key counts. */
    @WithDefault("24h")
    Duration keep();

    /** After how long a call that was never answered is taken for lost, and its key may be used again. */
    @WithDefault("5m")
    Duration lost();
}
