package dev.sluice.outside;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How patient modules are with the HTTP servers they call. */
@ConfigMapping(prefix = "sluice.outbound")
interface OutboundConfig {
    /** How long a whole exchange may take, from the wait for a connection to the last byte of the answer. */
    @WithDefault("10s")
    Duration timeout();

    /** How long it may take to connect. */
    @WithDefault("5s")
    Duration connectTimeout();

    /** The largest answer that is read. */
    @WithDefault("1M")
    MemorySize maxAnswer();

    /** How many connections are open to one host and port at once; more requests wait for one. */
    @WithDefault("32")
    int connectionsPerHost();

    /** By what name servers are called. */
    @WithDefault("Sluice/${quarkus.application.version}")
    String userAgent();
}
