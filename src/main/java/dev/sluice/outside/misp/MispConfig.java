package dev.sluice.outside.misp;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The MISP that modules read and change. */
@ConfigMapping(prefix = "sluice.misp")
interface MispConfig {
    /** Its address, as browsers show its front page. */
    Optional<String> url();

    /** The auth key of a user of its own, a site admin of the host organisation. */
    Optional<String> key();

    /** A file with that key, read when it is needed first and again after MISP refused it. */
    Optional<String> keyFile();

    /** Whether its certificate must be trusted and name the host. */
    @WithDefault("true")
    boolean tlsVerify();

    /** A PEM file with the certificates to trust instead of those of the system. */
    Optional<String> tlsCaFile();

    /** How long a call may take, from the wait for a connection to the last byte of the answer. */
    @WithDefault("30s")
    Duration timeout();

    /** How long it may take to connect. */
    @WithDefault("5s")
    Duration connectTimeout();

    /** The largest answer that is read; a big event with attachments has to fit. */
    @WithDefault("64M")
    MemorySize maxAnswer();

    /** How many connections are open at once; more calls wait for one. */
    @WithDefault("16")
    int connections();

    /** How often a call that only reads is tried again after a connection that was refused or broken, or a 502 to 504. */
    @WithDefault("2")
    int retries();

    /** How old the choices of pickers may be before they are fetched anew, in the background. */
    @WithDefault("60s")
    Duration choicesKept();

    /** By what name MISP is called. */
    @WithDefault("Sluice/${quarkus.application.version}")
    String userAgent();
}
