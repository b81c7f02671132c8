package dev.sluice.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Who may call and how much a call may bring. */
@ConfigMapping(prefix = "sluice.http")
interface HttpConfig {
    /** The admin key, {@code SLUICE_ADMIN_KEY}; without it one is made at the first start and kept in the data folder. */
    Optional<String> adminKey();

    /** The largest body that is read. */
    @WithDefault("64M")
    MemorySize maxBody();

    /** Bodies beyond this are parsed and walked on a worker thread, so that no event loop is held up by them. */
    @WithDefault("32K")
    MemorySize inlineBody();
}
