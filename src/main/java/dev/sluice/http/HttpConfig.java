package dev.sluice.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
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

    /** How long a body may take to arrive. */
    @WithDefault("60s")
    Duration bodyTimeout();

    /** How many calls with a body may be under way; further ones are refused with 503. */
    @WithDefault("2000")
    int maxCalls();

    /** How much memory calls under way may take in all, bodies and what is made of them; half of the heap where nothing is said. */
    Optional<MemorySize> memory();
}
