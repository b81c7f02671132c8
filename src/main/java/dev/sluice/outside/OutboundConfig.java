package dev.sluice.outside;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long others may take to answer, and how much they may say. */
@ConfigMapping(prefix = "sluice.outbound")
interface OutboundConfig {
    /** For the whole exchange. */
    @WithDefault("10s")
    Duration timeout();

    /** For the connection alone. */
    @WithDefault("5s")
    Duration connectTimeout();

    /** How much of an answer is read; the connection is closed on whoever sends more. */
    @WithDefault("1M")
    MemorySize maxAnswer();

    /** Connections held to one host at a time. */
    @WithDefault("32")
    int connectionsPerHost();
}
