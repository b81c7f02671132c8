package dev.sluice.outside;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Which HTTP servers modules may call, and how patient they are with them. */
@ConfigMapping(prefix = "sluice.outbound")
interface OutboundConfig {
    /**
     * What modules may call although it is not public: names of hosts, addresses, and ranges of addresses as
     * {@code 10.1.0.0/16}.
     */
    Optional<List<String>> allow();

    /** How many redirects of one answer are followed, without the headers of the request; 0 follows none. */
    @WithDefault("0")
    int redirects();

    /**
     * MISP's {@code Security.rest_client_enable_arbitrary_urls}: whether workflows may say which URL is called. Without
     * it those modules refuse to send.
     */
    @WithDefault("true")
    boolean arbitraryUrls();

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
