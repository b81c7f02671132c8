package dev.sluice.http.status;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.OptionalInt;

/** Health and metrics on a port of their own. */
@ConfigMapping(prefix = "sluice.management")
interface ManagementConfig {
    /** The port; without it there is none, and health and metrics are on the data port only. 0 takes any free one. */
    OptionalInt port();

    /** The address it listens on. A kubelet needs 0.0.0.0, whatever the data port listens on. */
    @WithDefault("127.0.0.1")
    String host();
}
