package dev.sluice.outside;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When hosts outside are left alone for a while: those that fail, and those that are called too often. */
@ConfigMapping(prefix = "sluice.outbound")
interface HostsConfig {
    /** Of how many hosts it is remembered how they fared; those not called for the longest time are forgotten. */
    @WithDefault("1000")
    int hosts();

    /** Leaves a host alone that fails. */
    Breaker breaker();

    /** Leaves a host alone that has been called often enough. */
    Rate rate();

    /** A request fails where no answer comes, in time and whole, or one with a status of 500 or more. */
    interface Breaker {
        @WithDefault("true")
        boolean enabled();

        /** Of how many of the last requests to a host it counts how many failed. */
        @WithDefault("20")
        int requests();

        /** Which part of them must have failed for the host to be left alone. */
        @WithDefault("0.5")
        double failures();

        /** For how long; then one request tries whether the host is well. */
        @WithDefault("5s")
        Duration pause();
    }

    /** What a host can bear only its owner knows, so nothing is limited unless it is set. */
    interface Rate {
        /** How many requests a host gets in a window; more are refused. 0 for any number. */
        @WithDefault("0")
        int limit();

        /** How long a window is. */
        @WithDefault("1s")
        Duration window();
    }
}
