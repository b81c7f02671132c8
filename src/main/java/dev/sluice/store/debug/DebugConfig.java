package dev.sluice.store.debug;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Where workflows in debug mode tell what they do, and in which form. */
@ConfigMapping(prefix = "sluice.debug")
interface DebugConfig {
    /** The server that requests are posted to, as {@code http://127.0.0.1:27051}; none for Sluice's own listener. */
    Optional<String> url();

    /** Today's requests, or those of MISP 2.4.160, which the slides of its training show. */
    @WithDefault("current")
    Form form();

    /** How long one request may take, from the wait for a connection to the last byte of the answer. */
    @WithDefault("5s")
    Duration timeout();

    /** How many requests may wait to be posted; what comes beyond that is not posted, and counted. */
    @WithDefault("5000")
    int waiting();

    /** How many bytes of requests may wait. */
    @WithDefault("64M")
    MemorySize waitingBytes();

    /** How many requests of each workflow the own listener keeps, the latest. */
    @WithDefault("500")
    int kept();

    /** How many bytes the own listener keeps, of all workflows together; the oldest go first. */
    @WithDefault("64M")
    MemorySize keptBytes();

    /** What requests look like. */
    enum Form {
        /** As of MISP 2.5. */
        CURRENT,
        /** As of MISP 2.4.160: no trigger in the path, one kind of success, no errors, no data before it was normalised. */
        SLIDES
    }
}
