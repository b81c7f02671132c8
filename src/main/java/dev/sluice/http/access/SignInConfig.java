package dev.sluice.http.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How one signs in to the web pages. */
@ConfigMapping(prefix = "sluice.sign-in")
interface SignInConfig {
    /** How long the link of the first start opens the pages. */
    @WithDefault("1h")
    Duration welcome();

    /** So many keys may be tried in vain from one address within {@link #pause}. */
    @WithDefault("10")
    int tries();

    /** How long an address waits that tried too many. */
    @WithDefault("1m")
    Duration pause();
}
